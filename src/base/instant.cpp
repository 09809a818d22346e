#include "base/instant.h"

#include <fmt/format.h>

#include <charconv>

namespace factbox {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Reads along a printed time; every step either takes what it names or leaves the rest alone.
class Cursor {
 public:
  explicit Cursor(std::string_view printed) : rest_(printed) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) {
      return false;
    }
    rest_.remove_prefix(words.size());
    return true;
  }

  bool take_one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    last_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) {
      return std::nullopt;
    }
    int value = 0;
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') {
        return std::nullopt;
      }
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  void skip_digits() {
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      rest_.remove_prefix(1);
    }
  }

  [[nodiscard]] char last() const { return last_; }

 private:
  std::string_view rest_;
  char last_ = '\0';
};

struct ClockTime {
  seconds of_day{0};
  seconds offset{0};
};

std::optional<seconds> read_offset(Cursor& cursor) {
  if (cursor.take("Z") || cursor.take(" UTC") || cursor.take(" GMT") || cursor.take("UTC") ||
      cursor.take(" Z")) {
    return seconds{0};
  }
  cursor.take(" ");
  if (!cursor.take_one_of("+-")) {
    return std::nullopt;
  }
  const int sign = cursor.last() == '-' ? -1 : 1;
  const auto hour = cursor.digits(2);
  cursor.take(":");
  const auto minute = cursor.digits(2);
  if (!hour || *hour > 23 || minute.value_or(0) > 59) {
    return std::nullopt;
  }
  return sign * (hours{*hour} + minutes{minute.value_or(0)});
}

std::optional<ClockTime> read_clock(Cursor& cursor) {
  const auto hour = cursor.digits(2);
  cursor.take(":");
  const auto minute = cursor.digits(2);
  if (!hour || !minute || *hour > 24 || *minute > 59) {
    return std::nullopt;
  }
  int second = 0;
  if (cursor.take(":")) {
    const auto read = cursor.digits(2);
    if (!read || *read > 60) {
      return std::nullopt;
    }
    second = *read;
    if (cursor.take_one_of(".,")) {
      cursor.skip_digits();
    }
  }
  ClockTime clock{hours{*hour} + minutes{*minute} + seconds{second}, seconds{0}};
  if (!cursor.at_end()) {
    const auto offset = read_offset(cursor);
    if (!offset) {
      return std::nullopt;
    }
    clock.offset = *offset;
  }
  return clock;
}

std::optional<PrintedTime> read_date_and_clock(Cursor& cursor) {
  const auto year = cursor.digits(4);
  if (!year || *year < 1000) {
    return std::nullopt;
  }
  const std::chrono::year y{*year};
  if (cursor.at_end()) {
    return PrintedTime{sys_days{y / 1 / 1}, sys_days{(y + std::chrono::years{1}) / 1 / 1},
                       Precision::year, seconds{0}};
  }
  const bool dashed = cursor.take("-");
  const auto month = cursor.digits(2);
  if (!month || *month < 1 || *month > 12) {
    return std::nullopt;
  }
  const auto ym = y / std::chrono::month{static_cast<unsigned>(*month)};
  if (cursor.at_end() && dashed) {
    return PrintedTime{sys_days{ym / 1}, sys_days{(ym + std::chrono::months{1}) / 1},
                       Precision::month, seconds{0}};
  }
  if (dashed != cursor.take("-")) {
    return std::nullopt;
  }
  const auto day = cursor.digits(2);
  if (!day) {
    return std::nullopt;
  }
  const year_month_day date = ym / std::chrono::day{static_cast<unsigned>(*day)};
  if (!date.ok()) {
    return std::nullopt;
  }
  const Instant midnight = sys_days{date};
  if (cursor.at_end()) {
    return PrintedTime{midnight, midnight + days{1}, Precision::day, seconds{0}};
  }
  if (!cursor.take_one_of("Tt ")) {
    return std::nullopt;
  }
  const auto clock = read_clock(cursor);
  if (!clock) {
    return std::nullopt;
  }
  const Instant moment = midnight + clock->of_day - clock->offset;
  return PrintedTime{moment, moment + seconds{1}, Precision::second, clock->offset};
}

}  // namespace

Result<PrintedTime> read_time(std::string_view printed) {
  Cursor cursor{printed};
  const auto time = read_date_and_clock(cursor);
  if (!time || !cursor.at_end()) {
    return tl::unexpected(Error{
        ErrorKind::malformed,
        fmt::format("\"{}\" is no time; write it as 2026-04-12T08:30:00+03:30, 2026-04-12, 2026-04 "
                    "or 2026",
                    printed.substr(0, 64))});
  }
  return *time;
}

std::string to_iso_day(Instant moment) {
  const year_month_day date{std::chrono::floor<days>(moment)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_iso(Instant moment) {
  const std::chrono::hh_mm_ss clock{moment - std::chrono::floor<days>(moment)};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso_day(moment), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace factbox
