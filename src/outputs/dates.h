/// \file
/// How a page prints days and moments: "12 April 2026, 08:30 UTC".
#pragma once

#include <string>
#include <string_view>

#include "base/zone.h"

namespace factbox::outputs {

/// A time in ISO 8601, a day, a month or a year, as people read it; moments as the clocks of
/// `zone` show them. Anything else is given back as it is (an unresolved TIMEX3 value).
[[nodiscard]] std::string print_date(std::string_view iso, const Zone& zone);

}  // namespace factbox::outputs
