/// \file
/// Feeds: what a site tells of its reports, one entry each.
#pragma once

#include <string_view>

#include "reports/reading.h"
#include "sources/delivery.h"

namespace factbox::reports::formats {

/// Whether its first element is the root of a feed or of a list of addresses, whatever stands
/// before it.
[[nodiscard]] bool begins_as_feed(std::string_view beginning, std::string_view path);

/// Reads RSS (0.9x to 2.0 and 1.0 of RDF), Atom (0.3, and 1.0 as RFC 4287 has it), and sitemaps
/// with news as they stream by, one report an entry; what OPML and indexes of sitemaps list is
/// told.
void read_feed(sources::Delivery& delivery, Intake& intake);

}  // namespace factbox::reports::formats
