/// \file
/// What a report speaks of, as counted words: the basis of placing it and of finding it again.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stories/lexicon.h"
#include "stories/words.h"

namespace factbox::stories {

/// Numbers words by their stem; equal stems have one number.
using TermNumber = std::uint32_t;

/// How often a report has a word, and where.
struct TermCount {
  TermNumber term = 0;
  std::uint16_t in_title = 0;
  std::uint16_t in_lead = 0;  ///< the first sixty words of the text
  std::uint16_t in_body = 0;  ///< the words after them
  bool name = false;          ///< written with a capital within a sentence
  bool figure = false;        ///< begins with a digit
};

/// Turns words into numbered terms. Numbers are given in the order in which words are met, so that
/// the same reports in the same order have the same numbers.
class Terms {
 public:
  explicit Terms(std::shared_ptr<const Lexicon> lexicon);
  ~Terms();
  Terms(Terms&&) noexcept;
  Terms& operator=(Terms&&) noexcept;
  Terms(const Terms&) = delete;
  Terms& operator=(const Terms&) = delete;

  /// The terms of a report, by number, without function words. Reads at most the first few
  /// thousand words of a text: what a story is about stands there.
  [[nodiscard]] std::vector<TermCount> of(std::span<const PlainWord> title,
                                          std::span<const PlainWord> text);

  /// The numbers of the words that somebody looks for, in order, each once; words that no report
  /// has get a number too.
  [[nodiscard]] std::vector<TermNumber> of_query(std::string_view words);

  /// The stems so far, by number.
  [[nodiscard]] std::vector<std::string> stems() const;
  /// Begins again with the stems that stems() gave.
  void restore(const std::vector<std::string>& stems);

  /// How many terms there are so far.
  [[nodiscard]] std::size_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factbox::stories
