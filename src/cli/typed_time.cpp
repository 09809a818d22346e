#include "cli/typed_time.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "base/letters.h"

namespace factbox::cli {
namespace {

constexpr std::string_view kForms =
    "2026-04-16, 2026-04-16T13:45Z, 16 April 2026, April 2026, 2026, now, today or yesterday";

/// The day of a moment, by the clocks of a zone.
PrintedTime day_of(Instant moment, const Zone& zone) {
  const auto day = std::chrono::floor<std::chrono::days>(zone.clock_at(moment));
  const Instant first{day.time_since_epoch()};
  return {first, first + std::chrono::days{1}, Precision::day, {}};
}

std::optional<PrintedTime> by_the_clock(std::string_view words, const TimeTyping& by) {
  const auto small = in_small_letters(words);
  if (small == "now") {
    return PrintedTime{by.now, by.now + std::chrono::seconds{1}, Precision::second, {}};
  }
  if (small == "today") {
    return day_of(by.now, by.zone);
  }
  if (small == "yesterday") {
    return day_of(by.now - std::chrono::days{1}, by.zone);
  }
  return std::nullopt;
}

/// "16 April 2026, 13:45": a date that the words are, whole.
std::optional<PrintedTime> whole_date(std::string_view words, const reports::DateWords& dates) {
  const auto found = dates.find(words);
  if (!found || found->begin != 0 || found->end != words.size()) {
    return std::nullopt;
  }
  const auto time = read_time(found->iso);
  return time ? std::optional{*time} : std::nullopt;
}

/// "April 2026".
std::optional<PrintedTime> month_of(std::string_view words, const reports::DateWords& dates) {
  const auto space = words.rfind(' ');
  if (space == std::string_view::npos) {
    return std::nullopt;
  }
  const int month = dates.month(in_small_letters(words.substr(0, space)));
  const auto time = read_time(fmt::format("{}-{:02}", words.substr(space + 1), month));
  return month > 0 && time ? std::optional{*time} : std::nullopt;
}

/// "16 April 2026, 13:45 UTC+3:30": with a zone as pages name it.
std::optional<PrintedTime> with_zone(std::string_view words, const reports::DateWords& dates) {
  const auto space = words.rfind(' ');
  if (space == std::string_view::npos || words.find(':') > space) {
    return std::nullopt;
  }
  const auto zone = Zone::read(words.substr(space + 1));
  auto time = whole_date(words.substr(0, space), dates);
  if (!zone || !time || time->precision != Precision::second) {
    return std::nullopt;
  }
  const auto shown = std::chrono::local_seconds{time->first.time_since_epoch()};
  time->first = zone->moment_of(shown);
  time->past = time->first + std::chrono::seconds{1};
  return time;
}

std::string_view trimmed(std::string_view words) {
  const auto first = words.find_first_not_of(' ');
  return first == std::string_view::npos
             ? std::string_view{}
             : words.substr(first, words.find_last_not_of(' ') + 1 - first);
}

}  // namespace

Result<PrintedTime> read_typed_time(std::string_view words, const TimeTyping& by) {
  words = trimmed(words);
  if (auto time = read_time(words)) {
    return time;
  }
  for (const auto& time : {by_the_clock(words, by), whole_date(words, by.dates),
                           with_zone(words, by.dates), month_of(words, by.dates)}) {
    if (time) {
      return *time;
    }
  }
  return tl::unexpected(
      Error{ErrorKind::malformed, fmt::format("“{}” is no time; write it like {}", words, kForms)});
}

Result<PrintedTime> read_typed_time(std::string_view option, std::string_view words,
                                    const TimeTyping& by) {
  auto time = read_typed_time(words, by);
  if (!time) {
    return tl::unexpected(
        Error{ErrorKind::conflict, fmt::format("{}: {}", option, time.error().what)});
  }
  return time;
}

Result<PrintedTime> read_typed_time(std::string_view option, std::string_view words,
                                    const Zone& zone, const Surroundings& surroundings) {
  FB_TRY(data, find_data(surroundings.places, program_file()));
  FB_TRY(dates, reports::DateWords::load(data / "en" / "dates.tsv"));
  return read_typed_time(option, words, {dates, zone, now()});
}

Instant now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace factbox::cli
