/// \file
/// Pages saved by a browser with all that belongs to them (MHTML, RFC 2557).
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether it begins with the head of a message of several parts.
[[nodiscard]] bool begins_as_mhtml(std::string_view beginning, std::string_view path);

/// Reads the page itself, the first part that is HTML; pictures, styles and frames are left out.
void read_mhtml(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
