/// \file
/// Keys of words: equal for the forms of a word, for kindred words and for the forms of a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mentions/mentions.h"
#include "stories/lexicon.h"
#include "stories/stemmer.h"

namespace factbox::stories {

/// Stands for a word, its kindred words and the forms of a name; equal for all of them.
using WordKey = std::uint64_t;

/// Gives words their keys. One a thread.
class WordKeys {
 public:
  explicit WordKeys(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Of a lemma in small letters; 0 for function words, which tell nothing.
  [[nodiscard]] WordKey of_lemma(std::string_view folded);
  /// Of words that stand together in the table ("put off"); none if they don't.
  [[nodiscard]] std::optional<WordKey> of_kindred(std::string_view folded) const;
  /// Of what can't be so together with a lemma; 0 where nothing is known.
  [[nodiscard]] WordKey opposite_of(std::string_view folded);
  [[nodiscard]] WordKey of_name(const mentions::Entity& entity);
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

 private:
  const Lexicon& lexicon_;
  Stemmer stemmer_;
  std::unordered_map<std::string, WordKey> known_;
};

}  // namespace factbox::stories
