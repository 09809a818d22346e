/// \file
/// HTML pages: one report each.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether it begins with a tag, and not as a feed does.
[[nodiscard]] bool begins_as_html(std::string_view beginning, std::string_view path);

void read_html(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
