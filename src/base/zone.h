/// \file
/// The zones in which people read clocks.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"

namespace factbox {

/// An offset from UTC, or a place whose clocks go by rules ("Europe/Paris": summer time too).
/// Cheap to copy; may be used on several threads.
class Zone {
 public:
  /// UTC.
  Zone() = default;

  /// The zone that is always so far from UTC.
  explicit Zone(std::chrono::minutes offset) : offset_(offset) {}

  /// Reads "UTC", "Z", "+03:30", "-5", "+0530", "UTC+3:30" as pages print it, and names of the tz
  /// database in any capitals ("Europe/Paris", "CET"). Short names that several zones go by are
  /// refused. Fails as malformed, naming zones that are alike.
  [[nodiscard]] static Result<Zone> read(std::string_view written);

  /// How far the zone's clocks are from UTC at a moment.
  [[nodiscard]] std::chrono::minutes offset_at(Instant moment) const;

  /// What the zone's clocks show at a moment.
  [[nodiscard]] std::chrono::local_seconds clock_at(Instant moment) const;

  /// The moment at which the zone's clocks show this; where they show it twice, the first, and
  /// where they skip it, as if they hadn't yet been put forward.
  [[nodiscard]] Instant moment_of(std::chrono::local_seconds shown) const;

  /// How a page names it at a moment: "UTC", "UTC+3:30", "UTC−5".
  [[nodiscard]] std::string name_at(Instant moment) const;

  /// A time whose days, months and years are those of this zone; moments stay as they are.
  [[nodiscard]] PrintedTime here(PrintedTime printed) const;

 private:
  struct Rules;
  std::chrono::minutes offset_{0};
  std::shared_ptr<const Rules> rules_;  ///< none: the offset always holds
};

}  // namespace factbox
