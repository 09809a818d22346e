/// \file
/// A time as its words say it, before it is counted from anything.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mentions/mentions.h"
#include "mentions/numbers.h"
#include "mentions/pieces.h"
#include "mentions/times/time_words.h"
#include "texts/sheet.h"

namespace factbox::mentions {

enum class Grain : std::uint8_t {
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century
};

/// Which one of those that bear a name: "last Friday", "next May".
enum class Side : std::uint8_t { none, last, this_one, next };

/// "Two weeks ago": so many units from the report's day, or from the day last told of.
struct Shift {
  int count = 0;
  Grain grain = Grain::day;
  bool from_told = false;  ///< "a day earlier" against "a day ago"
};

struct Expression {
  std::uint32_t first = 0;  ///< pieces
  std::uint32_t past = 0;
  TimexType type = TimexType::date;
  std::string value;  ///< where the words alone give it: "P3D", "PRESENT_REF"

  std::optional<int> century;  ///< 19 is the 1900s
  std::optional<int> decade;   ///< 198 is the 1980s
  std::optional<int> year;
  std::optional<int> quarter;
  std::optional<int> half;
  std::string season;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::string holiday;
  std::string part;           ///< of the day
  std::optional<int> minute;  ///< of the day
  bool is_exact = false;      ///< minutes were said
  std::optional<int> zone;    ///< minutes from UTC
  bool has_week = false;      ///< "the week of March 6"
  bool week_on = false;       ///< "Friday week": a week after the coming one
  bool is_loose = false;      ///< "the latest quarter", "the 1988 period": whichever was told of
  bool is_pointed = false;    ///< "a year ago" against "last year"
  std::optional<Shift> shift;
  Side side = Side::none;
  bool from_told = false;  ///< "the previous Friday" against "last Friday"

  /// Names a day, or can with the report's date at hand.
  [[nodiscard]] bool is_day() const {
    return day || weekday || !holiday.empty() || (shift && shift->grain == Grain::day);
  }
};

/// What the grammar reads from.
struct TimeText {
  const Pieces& pieces;
  const texts::Sheet& sheet;
  const TimeWords& words;
  const NumberWords& numbers;
  std::span<const ListsOfWord<TimeList>> listed;  ///< of each piece

  /// Whether the piece stands on a list of time_lists.tsv; past the end, and before the first, none
  /// does.
  [[nodiscard]] bool is(std::uint32_t index, TimeList list) const {
    return index < listed.size() && listed[index].has(list);
  }
  [[nodiscard]] TimeWords::Found at(std::uint32_t index) const { return words.at(pieces, index); }
  [[nodiscard]] std::string_view word(std::uint32_t index) const { return pieces.word(index); }
  /// The engine's tag; empty past the end.
  [[nodiscard]] texts::Form form(std::uint32_t index) const {
    return index < pieces.size() && pieces[index].token < sheet.size()
               ? sheet.form(pieces[index].token)
               : texts::Form::none;
  }
};

/// Each gives the longest expression of its sort that begins at piece `at`.
/// Dates by the calendar: "12 April 2026", "Friday", "1996", "the 1980s", "third quarter".
[[nodiscard]] std::optional<Expression> read_calendar(const TimeText& text, std::uint32_t at);
/// Times counted from another: "yesterday", "last week", "two years ago", "the day before".
[[nodiscard]] std::optional<Expression> read_relative(const TimeText& text, std::uint32_t at);
/// How long and how often: "three years", "the past two weeks", "daily", "every Friday".
[[nodiscard]] std::optional<Expression> read_amount(const TimeText& text, std::uint32_t at);
/// Of the day: "10:30 p.m. EST", "noon", "0735 GMT".
[[nodiscard]] std::optional<Expression> read_clock(const TimeText& text, std::uint32_t at);

/// "April 24 and 25", "March 5-7": the bare day that follows `before`.
[[nodiscard]] std::optional<Expression> read_further_day(const TimeText& text,
                                                         const Expression& before);

}  // namespace factbox::mentions
