/// \file
/// What data/en/units.tsv, qualifiers.tsv, changes.tsv and figure_lists.tsv say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "base/word_lists.h"
#include "mentions/mentions.h"
#include "mentions/phrases.h"
#include "mentions/pieces.h"

namespace factbox::mentions {

enum class UnitKind : std::uint8_t { percent, prefix, money, measure, time, age };

struct Unit {
  std::string name;  ///< singular and plain
  UnitKind kind = UnitKind::measure;
};

/// Something of a table that was found in a text, up to piece `past`.
template <class T>
struct FoundAt {
  T value;
  std::uint32_t past = 0;
};

/// The lists of figure_lists.tsv, whose notes say what each is for.
enum class FigureList : std::uint8_t {
  rate,
  type,
  street,
  choosing,
  own_unit,
  extent,
  spread,
  per,
  each,
  time_behind,
  skipped,
  before_one,
  a,
  of,
  joining,
  either,
  in,
  to,
  from,
  between,
  by,
  up,
  out,
  no,
  one,
  minus,
  per_word,
  ps,
  be,
  down,
  moves,
  of_level,
  comparative,
  before_age,
  somebody,
  people,
  below_zero,
  behind_one,
  of_america
};

class FigureWords {
 public:
  [[nodiscard]] static Result<FigureWords> read(const Table& units, const Table& qualifiers,
                                                const Table& changes, const Table& lists);

  /// The unit whose words begin at a piece; none where there is none.
  [[nodiscard]] std::optional<FoundAt<const Unit*>> unit_at(const Pieces& pieces,
                                                            std::uint32_t at) const;
  /// The money sign whose words begin at a piece.
  [[nodiscard]] std::optional<FoundAt<const Unit*>> sign_at(const Pieces& pieces,
                                                            std::uint32_t at) const;
  [[nodiscard]] std::optional<FoundAt<Bound>> qualifier_before(const Pieces& pieces,
                                                               std::uint32_t at) const;
  [[nodiscard]] std::optional<FoundAt<Bound>> qualifier_after(const Pieces& pieces,
                                                              std::uint32_t at) const;
  /// up or down; equal for a lemma that is neither.
  [[nodiscard]] Bound change_of(std::string_view lemma) const;
  [[nodiscard]] bool lists(FigureList list, std::string_view word) const {
    return lists_.holds(list, word);
  }
  /// All lists that have it: for texts that are asked again and again.
  [[nodiscard]] ListsOfWord<FigureList> lists_of(std::string_view word) const {
    return lists_.of(word);
  }

 private:
  struct Form {
    std::string written;
    std::uint32_t unit = 0;
  };
  [[nodiscard]] std::optional<FoundAt<const Unit*>> found(const Phrases& phrases,
                                                          const Pieces& pieces,
                                                          std::uint32_t at) const;

  std::vector<Unit> units_;
  std::vector<Form> forms_;
  /// Symbols of one piece, by their own capitals: "MW" is none of "mW".
  std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>> symbols_;
  std::vector<Bound> bounds_;
  Phrases behind_;
  Phrases signs_;
  Phrases before_;
  Phrases after_;
  WordLists<FigureList> lists_;
  std::unordered_map<std::string, Bound, WordHash, std::equal_to<>> changes_;
};

}  // namespace factbox::mentions
