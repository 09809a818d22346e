/// \file
/// Words of the language that stories are told in, as far as placing them needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/table.h"

namespace factbox::stories {

/// How a word makes a claim stand to an earlier one of the same matter.
enum class ClaimMark : std::uint8_t {
  running,   ///< a count that goes on: "so far", "toll"
  adding,    ///< what comes on top: "another"
  corrects,  ///< a correction that calls itself one
  limits,    ///< nothing beside what is named: "only"
  whole,     ///< all of what is named
  part,      ///< some of it
  carrier    ///< what an outlet publishes: "article"
};

/// Function words, which tell no story from another; forms that no rule for endings joins ("left",
/// "leave"); words and names that mean one thing. Loaded once by the shell, then never changed.
class Lexicon {
 public:
  Lexicon() = default;

  /// Reads function_words.tsv, irregular_forms.tsv, kindred_words.tsv, claim_marks.tsv, places.tsv
  /// and bodies.tsv of a language's folder (data/en). Fails as unavailable or malformed, with file
  /// and line.
  [[nodiscard]] static Result<Lexicon> load(const std::filesystem::path& folder);
  [[nodiscard]] static Lexicon from(const Table& function_words, const Table& irregular_forms);

  /// Words that news uses for one thing, of a table with the columns words and against. Fails as
  /// malformed where a word stands twice or a row is against one that isn't there.
  [[nodiscard]] Result<void> add_kindred(const Table& kindred);

  /// Words that mark how a claim stands to an earlier one, of a table with the columns words, mark.
  /// Fails as malformed where a mark is unknown.
  [[nodiscard]] Result<void> add_marks(const Table& marks);

  /// Names that go by several forms, of a table whose columns are a name and, parted by |, other
  /// forms of it in each of the columns `forms`.
  void add_names(const Table& names, std::initializer_list<std::size_t> forms);

  [[nodiscard]] bool is_function_word(std::string_view folded) const;
  /// The base of an irregular form, else the word itself.
  [[nodiscard]] std::string_view base_of(std::string_view folded) const;

  /// The number of the group of kindred words that a word's stem belongs to; none if to none.
  [[nodiscard]] std::optional<std::size_t> kin_of(std::string_view stem) const;
  /// The group that can't be so together with a group; none if all can.
  [[nodiscard]] std::optional<std::size_t> opposite_of(std::size_t kin) const;
  /// What a word or two words in a row, as lemmas in small letters, mark; none if nothing.
  [[nodiscard]] std::optional<ClaimMark> mark_of(std::string_view lemmas) const;
  /// The name that a form of it goes by ("Omani" is "Oman"); the form itself if it is unknown.
  [[nodiscard]] std::string_view name_of(std::string_view form) const;

  /// Words that somebody looks for, cut into single words and names of several; each with all the
  /// forms that it goes by, itself first. Of names that begin at one word, the longest counts.
  [[nodiscard]] std::vector<std::vector<std::string>> name_slots(std::string_view words) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> function_words_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> bases_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> kin_by_stem_;
  std::vector<std::optional<std::size_t>> opposites_;  ///< by group
  std::unordered_map<std::string, ClaimMark, Hash, std::equal_to<>> marks_;
  std::vector<std::vector<std::string>> names_;  ///< the forms of each, as printed
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> name_by_form_;  ///< folded
};

}  // namespace factbox::stories
