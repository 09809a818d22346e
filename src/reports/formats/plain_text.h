/// \file
/// Plain text: one report a file, as docs/text-files.md says.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether no byte of the beginning is one that texts don't have.
[[nodiscard]] bool begins_as_text(std::string_view beginning, std::string_view path);

void read_plain_text(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
