/// \file
/// What the parts of the search for figures read from.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "mentions/figures/figure_words.h"
#include "mentions/numbers.h"
#include "mentions/pieces.h"
#include "texts/sheet.h"

namespace factbox::mentions {

struct FigureText {
  const Pieces& pieces;
  const texts::Sheet& sheet;
  const FigureWords& words;
  const NumberWords& numbers;
  std::span<const TimeMention> times;               ///< of the same field, in order
  std::span<const ListsOfWord<FigureList>> listed;  ///< of each piece

  /// Whether the piece stands on a list of figure_lists.tsv; past the end, and before the first,
  /// none does.
  [[nodiscard]] bool is(std::uint32_t index, FigureList list) const {
    return index < listed.size() && listed[index].has(list);
  }

  [[nodiscard]] std::string_view word(std::uint32_t index) const { return pieces.word(index); }
  [[nodiscard]] std::uint32_t token(std::uint32_t index) const { return pieces[index].token; }
  [[nodiscard]] texts::Form form(std::uint32_t index) const {
    return index < pieces.size() && token(index) < sheet.size() ? sheet.form(token(index))
                                                                : texts::Form::none;
  }
};

/// A number with its unit, before it is known what it counts.
struct Amount {
  std::uint32_t first = 0;   ///< pieces, with the money sign
  std::uint32_t number = 0;  ///< the number's first piece
  std::uint32_t number_past = 0;
  std::uint32_t past = 0;  ///< with the unit
  Number value;
  const Unit* unit = nullptr;
  std::string rate;  ///< "barrel" of "per barrel"
};

/// A number at a piece, with the money sign before it, the unit and the rate behind: "$75 a
/// barrel".
[[nodiscard]] std::optional<Amount> read_amount(const FigureText& text, std::uint32_t at);

/// Whether a second amount follows that makes a range with the first: "10 to 12", "10-12", "between
/// 5% and 6%", "from $62 to $68", "three or four". A change and the level that it led to are none.
[[nodiscard]] bool read_range(const FigureText& text, const Amount& amount, Amount& second);

/// The piece at which the qualifier before an amount begins (the amount's own where there is none),
/// and its bound.
[[nodiscard]] std::pair<std::uint32_t, Bound> qualifier_before(const FigureText& text,
                                                               const Amount& amount);

/// Whether the number that `amount` begins with counts nothing: a date's, a name's, a score's.
[[nodiscard]] bool is_no_figure(const FigureText& text, const Amount& amount);

/// What an amount without a unit counts, or what a share is of.
struct Counted {
  std::string unit;  ///< singular: "heart transplant"; empty where nothing is counted
  std::optional<ByteRange> of;
  std::uint32_t past = 0;  ///< the token after the counted noun; 0 where none
};
[[nodiscard]] Counted counted_by(const FigureText& text, const Amount& amount);

/// up or down where the sentence says that something rose or fell by the amount.
[[nodiscard]] Bound change_by(const FigureText& text, const Amount& amount);

/// Whether a number without a unit is somebody's age: "Lee, 44, said", "who was 10".
[[nodiscard]] bool is_age(const FigureText& text, const Amount& amount);

}  // namespace factbox::mentions
