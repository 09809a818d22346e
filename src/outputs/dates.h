/// \file
/// How a page prints days and moments: "12 April 2026, 08:30 UTC".
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace factbox::outputs {

/// A time in ISO 8601, a day, a month or a year, as people read it, in the zone that is
/// `timezone` from UTC. Anything else is given back as it is (an unresolved TIMEX3 value).
[[nodiscard]] std::string print_date(std::string_view iso, std::chrono::minutes timezone);

}  // namespace factbox::outputs
