/// \file
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// The page's traces as W3C Web Annotations: one annotation a line, whose body is the line and
/// whose targets are the words of reports that it was made from, by quotation (on the report's
/// address) and by bytes (in the report's text as it came in).
[[nodiscard]] std::string render_annotations(const factboxes::Factbox& page,
                                             const OutputOptions& options);

}  // namespace factbox::outputs
