/// \file
/// How a page prints days and moments: "12 April 2026, 08:30 UTC".
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/zone.h"

namespace factbox::outputs {

/// A time in ISO 8601, a day, a month or a year, as people read it; moments as the clocks of
/// `zone` show them. Anything else is given back as it is (an unresolved TIMEX3 value).
[[nodiscard]] std::string print_date(std::string_view iso, const Zone& zone);

/// The date and clock that people in `zone` read at a moment, as if they were UTC's.
[[nodiscard]] Instant shown_at(Instant moment, const Zone& zone);

/// A time in words, and as programs read it (empty where the words are no time).
struct ViewTime {
  std::string words;
  std::string iso;
};

/// What a source printed as its time, for a page.
[[nodiscard]] ViewTime print_time(std::string_view printed, const Zone& zone);

}  // namespace factbox::outputs
