/// \file
/// The day that a web address holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/printed_date.h"

namespace factbox::reports {

/// The day, or the month, that an address's path holds: "2031-10-07" of ".../2031/oct/07/...",
/// ".../2031/10/07/...", ".../20311007-harbour", ".../harbour-2031-10-07"; "2031-10" of
/// ".../2031/10/...". None where it holds none, or two days that differ: it is a guess, made only
/// where a report has no date of its own.
[[nodiscard]] std::optional<std::string> date_in_address(std::string_view url,
                                                         const DateWords& words);

}  // namespace factbox::reports
