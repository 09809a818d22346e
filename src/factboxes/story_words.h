/// \file
/// Which words tell what a story is about, and how much.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "factboxes/house_style.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// A word of a story, by number: a lemma, or a name as written, in small letters.
using Term = std::uint32_t;

/// Counts the words of a story's reports: one that stands in many of them, and more so in their
/// titles, is what the story is about.
class StoryWords {
 public:
  StoryWords(const stories::Story& story, std::span<const statements::ReadReport> reports,
             const HouseStyle& style);

  /// The telling words in some ranges of a report, each once, sorted. Numbers count.
  [[nodiscard]] std::vector<Term> terms(const statements::ReadReport& report, Field field,
                                        std::span<const ByteRange> ranges) const;

  /// From 0 (in one report of many) to 1 (in all their texts and titles).
  [[nodiscard]] double weight(Term term) const { return weights_[term]; }
  /// The share of the story's titles that have the word: 0 to 1.
  [[nodiscard]] double title_share(Term term) const { return title_shares_[term]; }
  /// How little it says that two lines share the word: 1 for a word of one report.
  [[nodiscard]] double rarity(Term term) const { return rarities_[term]; }
  [[nodiscard]] std::string_view word(Term term) const { return words_[term]; }
  /// The term of a lemma or a name in small letters; none where the story has no such word.
  [[nodiscard]] std::optional<Term> find(const std::string& word) const {
    const auto found = ids_.find(word);
    return found == ids_.end() ? std::nullopt : std::optional{found->second};
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  [[nodiscard]] std::string key(const texts::Sheet& sheet, std::uint32_t token) const;
  Term learn(std::string key);
  std::vector<Term> learn_all(const texts::Sheet& sheet);

  const HouseStyle& style_;
  std::unordered_map<std::string, Term> ids_;
  std::vector<std::string> words_;
  std::vector<double> weights_;
  std::vector<double> title_shares_;
  std::vector<double> rarities_;
};

/// What two lines share, by how little common their words are.
struct Overlap {
  double of_lesser = 0;  ///< how much of the lesser of the two the other says too: 0 to 1
  double of_both = 0;    ///< how much of all that the two say both say: 0 to 1
};
[[nodiscard]] Overlap overlap(const StoryWords& words, std::span<const Term> a,
                              std::span<const Term> b);

}  // namespace factbox::factboxes
