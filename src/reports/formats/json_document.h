/// \file
/// A JSON document: an array of reports, or reports printed over several lines each.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

[[nodiscard]] bool begins_as_json_document(std::string_view beginning, std::string_view path);

/// Reads report by report, without keeping the document; from where it is broken nothing more can
/// be used.
void read_json_document(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
