/// \file
/// JSON Lines: one report a line.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

[[nodiscard]] bool begins_as_json_lines(std::string_view beginning, std::string_view path);

/// Whether it is a line of its own, with its end, that holds an object.
[[nodiscard]] bool is_whole_line(std::string_view line);

/// Reads line by line; a line that can't be used is told and the others are read.
void read_json_lines(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
