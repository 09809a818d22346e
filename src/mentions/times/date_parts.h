/// \file
/// The parts of dates: days of a month, months, years.
#pragma once

#include <cstddef>
#include <optional>

#include "mentions/times/expression.h"

namespace factbox::mentions {

/// A number read from words or digits, and the piece after it.
struct DateField {
  int value = 0;
  std::uint32_t past = 0;
};

/// Whether the piece is a number of so many digits, without comma or point.
[[nodiscard]] bool is_digits(const TimeText& text, std::uint32_t at, std::size_t least,
                             std::size_t most);
/// The number that a piece is.
[[nodiscard]] int number(const TimeText& text, std::uint32_t at);
/// "12", "12th" of a month.
[[nodiscard]] std::optional<DateField> day_of_month(const TimeText& text, std::uint32_t at);
/// "eighth", as after "March".
[[nodiscard]] std::optional<DateField> spoken_day(const TimeText& text, std::uint32_t at);
/// "April", "Apr.": its number.
[[nodiscard]] std::optional<DateField> month_at(const TimeText& text, std::uint32_t at);
/// "1996".
[[nodiscard]] std::optional<DateField> four_digit_year(const TimeText& text, std::uint32_t at);
/// "'98".
[[nodiscard]] std::optional<DateField> short_year(const TimeText& text, std::uint32_t at);
/// "nineteen ninety-six", "two thousand four".
[[nodiscard]] std::optional<DateField> spoken_year(const TimeText& text, std::uint32_t at);
/// Any of the three.
[[nodiscard]] std::optional<DateField> any_year(const TimeText& text, std::uint32_t at);
/// Adds the year that follows a date, with a comma or "of" between them or not.
void take_year(const TimeText& text, Expression& date);

/// Years and parts of years, longest first: "1996", "fiscal 2026", "the 1980s", "the 20th
/// century", "the third quarter of 2026", "summer 2026".
[[nodiscard]] std::optional<Expression> read_years(const TimeText& text, std::uint32_t at);

}  // namespace factbox::mentions
