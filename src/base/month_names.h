/// \file
/// The months as pages print them.
#pragma once

#include <array>
#include <chrono>
#include <string_view>

namespace factbox {

/// In English, which is what pages are printed in; January first.
inline constexpr std::array<std::string_view, 12> kMonthNames{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// "March". `month` must be valid.
[[nodiscard]] constexpr std::string_view month_name(std::chrono::month month) {
  return kMonthNames.at(static_cast<unsigned>(month) - 1);
}

}  // namespace factbox
