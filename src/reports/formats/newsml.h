/// \file
/// What agencies send as XML: NewsML-G2 and NITF.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether its root is a news item or a message of some (NewsML-G2, IPTC), or a text of NITF.
[[nodiscard]] bool begins_as_newsml(std::string_view beginning, std::string_view path);

/// Reads the news items of a message as they stream by, each with its text as NITF, XHTML or plain
/// words. What is no text (a picture, a package) is passed over; what is cancelled is told.
void read_newsml(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
