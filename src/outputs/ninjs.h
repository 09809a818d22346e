/// \file
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// The page as an IPTC ninjs 3.1 news object (schema ninjs-schema_3.1.json): text and HTML bodies,
/// people, the reports as information sources and associations.
[[nodiscard]] std::string render_ninjs(const factboxes::Factbox& page,
                                       const OutputOptions& options);

}  // namespace factbox::outputs
