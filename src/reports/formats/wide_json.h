/// \file
/// JSON in UTF-16 and UTF-32.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether it begins as JSON in UTF-16 or UTF-32, with a byte order mark or without.
[[nodiscard]] bool begins_as_wide_json(std::string_view beginning, std::string_view path);

/// Reads it as what it is in UTF-8; places are told as they stand there.
void read_wide_json(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
