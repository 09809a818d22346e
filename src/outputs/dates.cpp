#include "outputs/dates.h"

#include <fmt/format.h>

#include <array>

#include "base/instant.h"

namespace factbox::outputs {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::string print_date(std::string_view iso, const Zone& zone) {
  const auto time = read_time(iso);
  if (!time) {
    return std::string{iso};
  }
  const bool moment = time->precision == Precision::second;
  const auto local = moment ? zone.clock_at(time->first)
                            : std::chrono::local_seconds{time->first.time_since_epoch()};
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local)};
  const auto month = kMonths.at(static_cast<unsigned>(date.month()) - 1);
  const auto year = static_cast<int>(date.year());
  switch (time->precision) {
    case Precision::year:
      return fmt::format("{}", year);
    case Precision::month:
      return fmt::format("{} {}", month, year);
    case Precision::day:
      return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month, year);
    case Precision::second:
      break;
  }
  const std::chrono::hh_mm_ss clock{local - std::chrono::floor<std::chrono::days>(local)};
  return fmt::format("{} {} {}, {:02}:{:02} {}", static_cast<unsigned>(date.day()), month, year,
                     clock.hours().count(), clock.minutes().count(), zone.name_at(time->first));
}

}  // namespace factbox::outputs
