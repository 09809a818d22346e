/// \file
/// Moments, and times as sources print them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox {

/// A moment in UTC, to the second (proleptic Gregorian calendar).
using Instant = std::chrono::sys_seconds;

/// How exactly a time was printed.
enum class Precision : std::uint8_t { second, day, month, year };

/// A time as somebody wrote it: a moment, a day, a month or a year (ISO 8601).
struct PrintedTime {
  Instant first;  ///< its first instant in UTC (by its own offset, if it has one)
  Instant past;   ///< the first instant after it
  Precision precision = Precision::second;
  std::chrono::seconds offset{0};  ///< of the zone that was printed; 0 where none was
  friend bool operator==(const PrintedTime&, const PrintedTime&) = default;
};

/// Reads ISO 8601 as reports print it: "2026-04-12T08:30:00+03:30", "2026-04-12 08:30 UTC",
/// "2026-04-12", "2026-04", "2026", basic dates "20260412". Years 1000 to 9999.
/// Fails as malformed otherwise, and for days that no calendar has.
[[nodiscard]] Result<PrintedTime> read_time(std::string_view printed);

/// "2026-04-12T05:00:00Z".
[[nodiscard]] std::string to_iso(Instant moment);

/// "2026-04-12", by UTC.
[[nodiscard]] std::string to_iso_day(Instant moment);

}  // namespace factbox
