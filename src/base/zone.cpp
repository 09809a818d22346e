#include "base/zone.h"

#include <fmt/format.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/letters.h"

namespace factbox {

/// The clocks of a place, by the tz database.
struct Zone::Rules {
  std::unique_ptr<const icu::TimeZone> zone;
};

namespace {

using std::chrono::minutes;

constexpr std::string_view kMinus = "−";
constexpr std::size_t kMostAlike = 3;

/// Names without a place that mean one zone wherever they are read; of others several zones have
/// the same ("IST", "CST").
constexpr std::array<std::string_view, 4> kShortNames{"CET", "EET", "MET", "WET"};

/// Names as they are compared: in small letters, spaces as the tz database writes them.
std::string comparable(std::string_view words) {
  std::string small = in_small_letters(words);
  std::ranges::replace(small, ' ', '_');
  return small;
}

/// "3", "03", "0330", "3:30", "03:30" in minutes.
std::optional<minutes> read_clock(std::string_view words) {
  const auto colon = words.find(':');
  std::string digits{words.substr(0, colon)};
  if (colon != std::string_view::npos) {
    const auto rest = words.substr(colon + 1);
    if (digits.empty() || digits.size() > 2 || rest.size() != 2) {
      return std::nullopt;
    }
    digits += rest;
  }
  if (digits.empty() || digits.size() > 4 ||
      digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  const int value = std::stoi(digits);
  const int hour = digits.size() > 2 ? value / 100 : value;
  const int minute = digits.size() > 2 ? value % 100 : 0;
  constexpr int kMostHours = 14;
  if (hour > kMostHours || minute >= 60) {
    return std::nullopt;
  }
  return minutes{hour * 60 + minute};
}

std::optional<minutes> read_offset(std::string_view words) {
  const bool minus = words.starts_with('-') || words.starts_with(kMinus);
  if (!minus && !words.starts_with('+')) {
    return std::nullopt;
  }
  words.remove_prefix(words.starts_with(kMinus) ? kMinus.size() : 1);
  const auto clock = read_clock(words);
  return clock ? std::optional{minus ? -*clock : *clock} : std::nullopt;
}

/// The names of the tz database that say a place, and the short ones that are safe.
std::vector<std::string> known_names() {
  std::vector<std::string> names;
  UErrorCode failed = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all{
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, failed)};
  if (U_FAILURE(failed) != 0 || !all) {
    return names;
  }
  while (const char* name = all->next(nullptr, failed)) {
    const std::string_view words{name};
    if (words.find('/') != std::string_view::npos ||
        std::ranges::find(kShortNames, words) != kShortNames.end()) {
      names.emplace_back(words);
    }
  }
  std::ranges::sort(names);
  return names;
}

/// The names whose place is the one written: "Paris" is that of "Europe/Paris".
std::string alike(std::string_view small, const std::vector<std::string>& names) {
  std::vector<std::string> found;
  for (const std::string& name : names) {
    if (comparable(name).ends_with("/" + std::string{small}) && found.size() < kMostAlike) {
      found.push_back(name);
    }
  }
  return fmt::format("{}", fmt::join(found, ", "));
}

}  // namespace

Result<Zone> Zone::read(std::string_view written) {
  const std::string small = comparable(written);
  if (small == "utc" || small == "z" || small == "gmt") {
    return Zone{};
  }
  const bool named = small.starts_with("utc") || small.starts_with("gmt");
  if (const auto offset = read_offset(written.substr(named ? 3 : 0))) {
    return Zone{*offset};
  }
  const auto names = known_names();
  const auto found = std::ranges::find_if(
      names, [&](const std::string& name) { return comparable(name) == small; });
  if (found == names.end()) {
    const auto others = alike(small, names);
    return tl::unexpected(Error{
        ErrorKind::malformed,
        others.empty()
            ? fmt::format("\"{}\" is no time zone; write UTC, +03:30, -5 or Europe/Paris", written)
            : fmt::format("\"{}\" is no time zone; did you mean {}?", written, others)});
  }
  auto rules = std::make_shared<Rules>();
  rules->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(*found)));
  Zone zone;
  zone.rules_ = std::move(rules);
  return zone;
}

minutes Zone::offset_at(Instant moment) const {
  if (!rules_) {
    return offset_;
  }
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch());
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode failed = U_ZERO_ERROR;
  rules_->zone->getOffset(static_cast<UDate>(milliseconds.count()), static_cast<UBool>(false), raw,
                          summer, failed);
  return std::chrono::floor<minutes>(std::chrono::milliseconds{raw + summer});
}

std::chrono::local_seconds Zone::clock_at(Instant moment) const {
  return std::chrono::local_seconds{(moment + offset_at(moment)).time_since_epoch()};
}

Instant Zone::moment_of(std::chrono::local_seconds shown) const {
  const Instant as_utc{shown.time_since_epoch()};
  // Clocks change by hours and not twice in two days: the offsets around tell all.
  constexpr std::chrono::hours kAround{24};
  const Instant before = as_utc - offset_at(as_utc - kAround);
  if (clock_at(before) == shown) {
    return before;
  }
  const Instant after = as_utc - offset_at(as_utc + kAround);
  return clock_at(after) == shown ? after : before;
}

std::string Zone::name_at(Instant moment) const {
  const auto offset = offset_at(moment).count();
  if (offset == 0) {
    return "UTC";
  }
  const auto size = std::abs(offset);
  return fmt::format("UTC{}{}{}", offset < 0 ? kMinus : "+", size / 60,
                     size % 60 == 0 ? "" : fmt::format(":{:02}", size % 60));
}

PrintedTime Zone::here(PrintedTime printed) const {
  if (printed.precision != Precision::second) {
    printed.first = moment_of(std::chrono::local_seconds{printed.first.time_since_epoch()});
    printed.past = moment_of(std::chrono::local_seconds{printed.past.time_since_epoch()});
  }
  return printed;
}

}  // namespace factbox
