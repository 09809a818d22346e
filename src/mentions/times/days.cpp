#include "mentions/times/days.h"

#include <fmt/format.h>

#include <charconv>

namespace factbox::mentions {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

int to_int(std::string_view digits) {
  int value = 0;
  if (digits.starts_with('+')) {
    digits.remove_prefix(1);
  }
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The Gregorian computus (Meeus, Jones, Butcher).
Day easter(int y) {
  const int a = y % 19;
  const int b = y / 100;
  const int c = y % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_in(y, n / 31, n % 31 + 1);
}

}  // namespace

int year_of(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}
int quarter_of(Day day) {
  return (month_of(day) - 1) / 3 + 1;
}
int weekday_of(Day day) {
  return static_cast<int>(weekday{day}.iso_encoding());
}

bool has_day(int y, int month, int day) {
  return (year{y} / month / day).ok();
}

Day day_in(int y, int month, int day) {
  const year_month ym = year{y} / month;
  const year_month_day exact = ym / day;
  return exact.ok() ? Day{exact} : Day{ym / std::chrono::last};
}

Day add_months(Day day, int months) {
  const year_month_day date{day};
  const year_month ym = date.year() / date.month() + std::chrono::months{months};
  return day_in(static_cast<int>(ym.year()), static_cast<int>(static_cast<unsigned>(ym.month())),
                static_cast<int>(static_cast<unsigned>(date.day())));
}

Day holiday_in(int y, std::string_view rule) {
  if (rule.starts_with("easter")) {  // not English: a value of the table
    return easter(y) + days{to_int(rule.substr(6))};
  }
  const std::size_t dash = rule.find('-');
  const int month = to_int(rule.substr(0, dash));
  const std::string_view rest = rule.substr(dash + 1);
  const std::size_t times = rest.find('x');
  if (times == std::string_view::npos) {
    return day_in(y, month, to_int(rest));
  }
  const int wanted = to_int(rest.substr(0, times));
  const bool last = rest.substr(times + 1) == "L";
  const Day from = last ? day_in(y, month, 31) - days{6} : day_in(y, month, 1);
  const Day first = from + days{(wanted - weekday_of(from) + 7) % 7};
  return last ? first : first + days{7 * (to_int(rest.substr(times + 1)) - 1)};
}

Span day_span(Day day) {
  const year_month_day date{day};
  return {day, day + days{1},
          fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))};
}

Span week_span(Day day) {
  const Day monday = day - days{weekday_of(day) - 1};
  const Day thursday = monday + days{3};
  const int y = year_of(thursday);
  const auto week = (thursday - day_in(y, 1, 1)).count() / 7 + 1;
  return {monday, monday + days{7}, fmt::format("{:04}-W{:02}", y, week)};
}

Span weekend_span(Day day) {
  const Span week = week_span(day);
  return {week.first + days{5}, week.past, week.value + "-WE"};
}

Span month_span(int y, int month) {
  const Day first = day_in(y, month, 1);
  return {first, add_months(first, 1), fmt::format("{:04}-{:02}", y, month)};
}

Span quarter_span(int y, int quarter) {
  const Day first = day_in(y, quarter * 3 - 2, 1);
  return {first, add_months(first, 3), fmt::format("{:04}-Q{}", y, quarter)};
}

Span half_span(int y, int half) {
  const Day first = day_in(y, half * 6 - 5, 1);
  return {first, add_months(first, 6), fmt::format("{:04}-H{}", y, half)};
}

Span season_span(int y, std::string_view season) {
  const int month = season == "SP" ? 3 : (season == "SU" ? 6 : (season == "FA" ? 9 : 12));
  const Day first = day_in(y, month, 1);
  return {first, add_months(first, 3), fmt::format("{:04}-{}", y, season)};
}

Span year_span(int y) {
  return {day_in(y, 1, 1), day_in(y + 1, 1, 1), fmt::format("{:04}", y)};
}

Span decade_span(int decade) {
  return {day_in(decade * 10, 1, 1), day_in(decade * 10 + 10, 1, 1), fmt::format("{:03}", decade)};
}

Span century_span(int century) {
  return {day_in(century * 100, 1, 1), day_in(century * 100 + 100, 1, 1),
          fmt::format("{:02}", century)};
}

Span span_around(Grain grain, Day day) {
  const int y = year_of(day);
  switch (grain) {
    case Grain::weekend:
      return weekend_span(day);
    case Grain::week:
      return week_span(day);
    case Grain::month:
      return month_span(y, month_of(day));
    case Grain::quarter:
      return quarter_span(y, quarter_of(day));
    case Grain::half:
      return half_span(y, (month_of(day) - 1) / 6 + 1);
    case Grain::year:
      return year_span(y);
    case Grain::decade:
      return decade_span(y / 10);
    case Grain::century:
      return century_span(y / 100);
    default:
      return day_span(day);
  }
}

}  // namespace factbox::mentions
