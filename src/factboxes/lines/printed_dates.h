/// \file
/// Dates as a page prints them, from the values that the report's words were resolved to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace factbox::factboxes {

/// A date in words: "8 May", after "on"; "the week of 7 May", after "in".
struct PrintedDate {
  std::string words;
  std::string preposition;
};

/// Prints a TIMEX3 value: a day, a part of a day ("the evening of 8 May"), a week, a month, a
/// quarter, a season or a year. The year is left out where it is `current_year`, unless the value
/// is a month or longer. None for values that are no date (durations, PRESENT_REF, decades).
[[nodiscard]] std::optional<PrintedDate> print_timex(std::string_view value, int current_year,
                                                     bool always_year = false);

/// The value as EDTF: a day, a month, a year, a season ("2018-22"), a quarter ("2018-34"), a week
/// as the interval of its days. Empty for values that are no date.
[[nodiscard]] std::string to_edtf(std::string_view value);

}  // namespace factbox::factboxes
