/// \file
/// Spans of the calendar and how TIMEX3 writes them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "mentions/times/expression.h"

namespace factbox::mentions {

using Day = std::chrono::sys_days;

/// The days that a value stands for, first included, past not, and the value itself.
struct Span {
  Day first;
  Day past;
  std::string value;
};

[[nodiscard]] Span day_span(Day day);
/// The ISO week, Monday to Sunday, that holds `day`: "2026-W15".
[[nodiscard]] Span week_span(Day day);
/// Its Saturday and Sunday: "2026-W15-WE".
[[nodiscard]] Span weekend_span(Day day);
[[nodiscard]] Span month_span(int year, int month);
[[nodiscard]] Span quarter_span(int year, int quarter);
[[nodiscard]] Span half_span(int year, int half);
/// `season` by TimeML's letters; winter is taken to begin in December of the year before.
[[nodiscard]] Span season_span(int year, std::string_view season);
[[nodiscard]] Span year_span(int year);
[[nodiscard]] Span decade_span(int decade);
[[nodiscard]] Span century_span(int century);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);
[[nodiscard]] int quarter_of(Day day);
/// 1 (Monday) to 7.
[[nodiscard]] int weekday_of(Day day);
/// Whether the month has the day in that year.
[[nodiscard]] bool has_day(int year, int month, int day);
/// The day itself, or the last one of the month where it has no such day.
[[nodiscard]] Day day_in(int year, int month, int day);
/// So many months on, the day kept where the month has it.
[[nodiscard]] Day add_months(Day day, int months);
/// The day of a holiday as the table writes it ("11-4x4", "easter-2"), in `year`.
[[nodiscard]] Day holiday_in(int year, std::string_view rule);
/// The span of the sort `grain` that holds `day`.
[[nodiscard]] Span span_around(Grain grain, Day day);

}  // namespace factbox::mentions
