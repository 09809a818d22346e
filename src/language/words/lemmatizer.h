/// \file
/// From a word to the form that stands in a dictionary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/words/lexicon.h"
#include "language/words/string_table.h"

namespace factbox::language {

class Packed;
class PackedFile;

/// Which words are held for base forms by their morphology alone.
enum class BaseForms : std::uint8_t { none, english };

/// One thread's memory of lemmas. Bounded; changes speed, never results.
class LemmaMemory {
 public:
  LemmaMemory() = default;

 private:
  friend class Lemmatizer;
  std::uint32_t generation_ = 0;                            ///< the Lexicon's, for `known_`
  std::unordered_map<std::uint32_t, std::uint32_t> ways_;   ///< by part of speech and morphology
  std::unordered_map<std::uint64_t, std::uint32_t> known_;  ///< word and way -> number of its lemma
  StringTable lemmas_;
};

/// The rules, exceptions and word lists of the package's `lemmatizer/lookups/lookups.bin`.
/// Immutable, shared by all threads.
class Lemmatizer {
 public:
  /// Fails as malformed where it isn't such a file, with its name and what was expected.
  [[nodiscard]] static Result<Lemmatizer> read(const PackedFile& file, BaseForms base_forms);

  /// The lemma of a word with a part of speech ("VERB") and morphology. The view holds until the
  /// next call, or until the lexicon changes.
  [[nodiscard]] std::string_view lemma(std::uint32_t lexeme, LabelId pos, LabelId morph,
                                       const Lexicon& lexicon, const Labels& labels,
                                       LemmaMemory& memory) const;

 private:
  /// What is known of one part of speech.
  struct WordClass {
    std::vector<std::pair<std::string, std::string>> rules;  ///< ending -> what stands instead
    StringTable words;                                       ///< those that are lemmas
    StringTable irregular;                                   ///< exceptions
    std::vector<std::vector<std::string>> irregular_lemmas;  ///< by the number in `irregular`
    [[nodiscard]] bool empty() const {
      return rules.empty() && words.size() == 0 && irregular.size() == 0;
    }
  };

  /// How a lemma is found: as named, or from first_class on by a word class.
  enum Way : std::uint32_t { lowered, as_it_stands, first_class };

  Lemmatizer() = default;

  [[nodiscard]] WordClass& class_of(std::uint64_t pos_id);
  // Each says whether the table's entry is as it should be.
  [[nodiscard]] static bool add_rules(WordClass& words, const Packed& rules);
  [[nodiscard]] static bool add_irregular(WordClass& words, const Packed& exceptions);
  [[nodiscard]] static bool add_words(WordClass& words, const Packed& list);
  [[nodiscard]] std::uint32_t way_of(std::string_view pos, std::string_view morph) const;
  [[nodiscard]] static std::string by_class(const WordClass& words, std::string_view word,
                                            std::string_view lower);

  BaseForms base_forms_ = BaseForms::none;
  std::unordered_map<std::uint64_t, std::uint32_t> class_numbers_;  ///< by the name's string id
  std::vector<WordClass> classes_;
};

}  // namespace factbox::language
