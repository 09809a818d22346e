/// \file
/// Times as people type them behind an option.
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "base/zone.h"
#include "cli/commands.h"
#include "reports/printed_date.h"

namespace factbox::cli {

/// What typed times are read by.
struct TimeTyping {
  const reports::DateWords& dates;  ///< the names of months
  Zone zone;                        ///< in which "today" is a day
  Instant now;
};

/// Reads "2026-04-16", "2026-04-16T13:45+02:00" as reports print them; "16 April 2026", "16 April
/// 2026, 13:45 UTC", "April 2026" as pages do; "now", "today", "yesterday". A moment without a zone
/// is one of UTC. Fails as malformed, saying how times are written.
[[nodiscard]] Result<PrintedTime> read_typed_time(std::string_view words, const TimeTyping& by);

/// The same behind an option, which the message names. Fails as conflict, which is wrong usage.
[[nodiscard]] Result<PrintedTime> read_typed_time(std::string_view option, std::string_view words,
                                                  const TimeTyping& by);

/// The same before the tables are loaded: loads those that it needs.
[[nodiscard]] Result<PrintedTime> read_typed_time(std::string_view option, std::string_view words,
                                                  const Zone& zone,
                                                  const Surroundings& surroundings);

/// What the clock of this machine shows. No page depends on it unless somebody types "now" or
/// "today".
[[nodiscard]] Instant now();

}  // namespace factbox::cli
