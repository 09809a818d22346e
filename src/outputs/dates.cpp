#include "outputs/dates.h"

#include <fmt/format.h>

#include <utility>

#include "base/instant.h"
#include "base/month_names.h"

namespace factbox::outputs {

std::string print_date(std::string_view iso, const Zone& zone) {
  const auto time = read_time(iso);
  if (!time) {
    return std::string{iso};
  }
  const bool moment = time->precision == Precision::second;
  const auto local = moment ? zone.clock_at(time->first)
                            : std::chrono::local_seconds{time->first.time_since_epoch()};
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local)};
  const auto month = month_name(date.month());
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

Instant shown_at(Instant moment, const Zone& zone) {
  return Instant{zone.clock_at(moment).time_since_epoch()};
}

ViewTime print_time(std::string_view printed, const Zone& zone) {
  const auto time = read_time(printed);
  if (!time) {
    return {std::string{printed}, ""};
  }
  constexpr std::size_t kMonth = 7;
  constexpr std::size_t kYear = 4;
  auto iso = time->precision == Precision::second ? to_iso(time->first) : to_iso_day(time->first);
  if (time->precision == Precision::month || time->precision == Precision::year) {
    iso.resize(time->precision == Precision::month ? kMonth : kYear);
  }
  return {print_date(printed, zone), std::move(iso)};
}

}  // namespace factbox::outputs
