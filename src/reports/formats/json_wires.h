/// \file
/// What agencies and sites send as JSON: ninjs and JSON Feed.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether its first object is an item of ninjs (IPTC, 1.x to 3.x) and not a report of ours.
[[nodiscard]] bool begins_as_ninjs(std::string_view beginning, std::string_view path);

/// Reads items one after another, in arrays or a line each. What is no text (a picture) is passed
/// over; what an agency has cancelled is told and left out.
void read_ninjs(sources::Delivery& delivery, Intake& intake);

/// Whether it says that it is a JSON Feed (versions 1 and 1.1).
[[nodiscard]] bool begins_as_json_feed(std::string_view beginning, std::string_view path);

/// Reads its items, one report each, as those of other feeds.
void read_json_feed(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
