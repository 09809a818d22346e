/// \file
/// Web archives: what a crawler kept.
#pragma once

#include <string>
#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether it begins with a record of a WARC file (1.1, ISO 28500), unpacked.
[[nodiscard]] bool begins_as_warc(std::string_view beginning, std::string_view path);

/// Reads record by record, in memory for one page. Answers with status 200 that are HTML are pages,
/// each with the address and the time of its record; all other records are passed over.
void read_warc(sources::Delivery& delivery, Intake& intake);

/// The bytes of a body that came in chunks (RFC 9112, 7.1); as it is where it isn't chunked, since
/// many archives keep it so and say otherwise.
[[nodiscard]] std::string without_chunks(std::string body);

}  // namespace factbox::reports::formats
