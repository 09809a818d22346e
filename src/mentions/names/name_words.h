/// \file
/// What the tables of data/en say of names: titles, places and their people, bodies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "base/word_lists.h"
#include "mentions/phrases.h"
#include "mentions/pieces.h"

namespace factbox::mentions {

/// A name that the program knows without a report: "Tehran", "Iranian", "IAEA".
struct KnownName {
  std::string name;  ///< the usual form
  texts::NameType type = texts::NameType::none;
  std::string kind;  ///< capital, country, people, ministry, agency, …
  std::string of;    ///< the country that it belongs to, or whose people it names
};

/// How surely a word is somebody's given name.
enum class GivenName : std::uint8_t { no, maybe, yes };

/// What the last word of a name tells of it: "University" a school.
struct NameEnding {
  texts::NameType type = texts::NameType::none;
  std::string kind;
};

/// Where a noun stands that tells what a name is.
enum class NounSide : std::uint8_t { before, after, prefix };

/// The lists of name_lists.tsv, whose notes say what each is for.
enum class NameList : std::uint8_t {
  the,
  of,
  joining,
  genitive,
  in,
  before_place,
  before_name,
  inside_name,
  between_names,
  shortened,
  place_noun,
  of_place,
  before_title,
  before_owner,
  place_kind,
  larger_place_kind,
  government_kind
};

enum class TitleKind : std::uint8_t { none, before, role, rank, faith, family };

class NameWords {
 public:
  /// Loads titles.tsv, places.tsv, bodies.tsv, people.tsv, given_names.tsv,
  /// name_endings.tsv, name_nouns.tsv, no_names.tsv, name_lists.tsv, person_verbs.tsv and
  /// acting_verbs.tsv from the folder data/en.
  [[nodiscard]] static Result<NameWords> load(const std::filesystem::path& folder);

  template <class T>
  struct At {
    T value{};
    std::uint32_t past = 0;  ///< the piece after it
  };

  /// The longest known name that begins at a piece, written as the table writes it or in capitals
  /// throughout; null where there is none.
  [[nodiscard]] At<const KnownName*> known_at(const Pieces& pieces, std::uint32_t at,
                                              std::string_view text) const;
  /// The known name that `words` are as written; null where they are none.
  [[nodiscard]] const KnownName* known(std::string_view words) const;
  /// The longest title that begins at a piece.
  [[nodiscard]] At<TitleKind> title_at(const Pieces& pieces, std::uint32_t at) const;
  /// Capitals count.
  [[nodiscard]] GivenName given_name(std::string_view word) const;
  /// Of a word in small letters; null where it tells nothing.
  [[nodiscard]] const NameEnding* ending(std::string_view lower_word) const;
  /// The longest noun that begins at a piece and tells what the name on that side of it is; null
  /// where there is none.
  [[nodiscard]] At<const NameEnding*> noun_at(const Pieces& pieces, std::uint32_t at,
                                              NounSide side) const;
  /// Whether a place that does this stands for its government.
  [[nodiscard]] bool is_acting_verb(std::string_view lemma) const {
    return acting_verbs_.contains(lemma);
  }
  /// Whether a word with a capital names nobody by itself ("Government").
  [[nodiscard]] bool is_no_name(std::string_view word) const { return no_names_.contains(word); }
  /// Whether a word in small letters stands on a list.
  [[nodiscard]] bool lists(NameList list, std::string_view lower_word) const {
    return lists_.holds(list, lower_word);
  }
  /// Whether people do what the verb says.
  [[nodiscard]] bool is_person_verb(std::string_view lemma) const {
    return person_verbs_.contains(lemma);
  }

 private:
  Result<void> read_places(const Table& table);
  Result<void> read_bodies(const Table& table);
  void read_people(const Table& table);
  Result<void> read_titles(const Table& table);
  Result<void> read_endings(const Table& table);
  Result<void> read_given_names(const Table& table);
  Result<void> read_nouns(const Table& table);
  void add(std::string_view words, std::uint32_t known);

  std::vector<KnownName> names_;
  Phrases phrases_;
  std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>> by_words_;
  Phrases titles_;
  std::vector<TitleKind> title_kinds_;
  std::unordered_map<std::string, bool, WordHash, std::equal_to<>> given_names_;  ///< surely one?
  std::unordered_map<std::string, NameEnding, WordHash, std::equal_to<>> endings_;
  std::unordered_set<std::string, WordHash, std::equal_to<>> person_verbs_;
  std::unordered_set<std::string, WordHash, std::equal_to<>> acting_verbs_;
  std::unordered_set<std::string, WordHash, std::equal_to<>> no_names_;
  std::vector<NameEnding> noun_kinds_;
  Phrases nouns_before_;
  Phrases nouns_after_;
  Phrases prefixes_;
  WordLists<NameList> lists_;
};

}  // namespace factbox::mentions
