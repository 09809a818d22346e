/// \file
/// The zone in which a page prints times.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"

namespace factbox::cli {

/// Reads an offset from UTC: "UTC", "Z", "+03:30", "-5", "+0530". Fails as malformed otherwise.
[[nodiscard]] Result<std::chrono::minutes> read_zone(const std::string& written);

}  // namespace factbox::cli
