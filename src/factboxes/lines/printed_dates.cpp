#include "factboxes/lines/printed_dates.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "base/instant.h"
#include "base/month_names.h"

namespace factbox::factboxes {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Named {
  std::string_view code;
  std::string_view words;
  std::string_view edtf;
};
constexpr std::array<Named, 4> kDayParts{
    {{"MO", "morning", ""}, {"AF", "afternoon", ""}, {"EV", "evening", ""}, {"NI", "night", ""}}};
constexpr std::array<Named, 8> kYearParts{{{"SP", "spring", "21"},
                                           {"SU", "summer", "22"},
                                           {"FA", "autumn", "23"},
                                           {"WI", "winter", "24"},
                                           {"Q1", "first quarter", "33"},
                                           {"Q2", "second quarter", "34"},
                                           {"Q3", "third quarter", "35"},
                                           {"Q4", "fourth quarter", "36"}}};

template <std::size_t count>
const Named* find(const std::array<Named, count>& names, std::string_view code) {
  for (const auto& each : names) {
    if (each.code == code) {
      return &each;
    }
  }
  return nullptr;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return digits.empty() ? std::nullopt : std::optional{value};
}

/// "2018-W19": the Monday of that ISO week.
std::optional<sys_days> monday_of(std::string_view value) {
  if (value.size() != 8 || value.substr(4, 2) != "-W") {
    return std::nullopt;
  }
  const auto year = number(value.substr(0, 4));
  const auto week = number(value.substr(6, 2));
  if (!year || !week || *week < 1 || *week > 53) {
    return std::nullopt;
  }
  const sys_days fourth{std::chrono::year{*year} / 1 / 4};  // always in the first week
  const auto weekday = std::chrono::weekday{fourth}.iso_encoding();
  return fourth - days{weekday - 1} + days{7 * (*week - 1)};
}

std::string day_words(year_month_day date, int current_year, bool always_year) {
  auto words = fmt::format("{} {}", static_cast<unsigned>(date.day()), month_name(date.month()));
  if (always_year || static_cast<int>(date.year()) != current_year) {
    words += fmt::format(" {}", static_cast<int>(date.year()));
  }
  return words;
}

/// The part of a year behind "2018-": a season or a quarter; none for months and days.
const Named* year_part(std::string_view value) {
  return value.size() == 7 && value[4] == '-' && number(value.substr(0, 4))
             ? find(kYearParts, value.substr(5))
             : nullptr;
}

/// The date before a clock time or a part of the day.
std::string_view date_part(std::string_view value) {
  return value.substr(0, value.find('T'));
}

}  // namespace

std::optional<PrintedDate> print_timex(std::string_view value, int current_year, bool always_year) {
  if (const auto monday = monday_of(value)) {
    return PrintedDate{"the week of " + day_words(*monday, current_year, always_year), "in"};
  }
  if (const auto* part = year_part(value); part != nullptr) {
    return PrintedDate{fmt::format("the {} of {}", part->words, value.substr(0, 4)), "in"};
  }
  const auto time = read_time(date_part(value));
  if (!time) {
    return std::nullopt;
  }
  const year_month_day date{std::chrono::floor<days>(time->first)};
  switch (time->precision) {
    case Precision::year:
      return PrintedDate{fmt::format("{}", static_cast<int>(date.year())), "in"};
    case Precision::month:
      return PrintedDate{
          fmt::format("{} {}", month_name(date.month()), static_cast<int>(date.year())), "in"};
    default:
      break;
  }
  auto words = day_words(date, current_year, always_year);
  const auto clock = value.substr(date_part(value).size());
  if (const auto* part = clock.empty() ? nullptr : find(kDayParts, clock.substr(1));
      part != nullptr) {
    words = fmt::format("the {} of {}", part->words, words);
  }
  return PrintedDate{std::move(words), "on"};
}

std::string to_edtf(std::string_view value) {
  if (const auto monday = monday_of(value)) {
    return to_iso_day(*monday) + "/" + to_iso_day(*monday + days{6});
  }
  if (const auto* part = year_part(value); part != nullptr) {
    return fmt::format("{}-{}", value.substr(0, 4), part->edtf);
  }
  const auto date = date_part(value);
  return read_time(date) ? std::string{date} : std::string{};
}

}  // namespace factbox::factboxes
