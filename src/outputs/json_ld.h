/// \file
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// The page as schema.org JSON-LD: a Report whose parts are Claims, each with who made it
/// (`author`) and the reports where it appears.
[[nodiscard]] std::string render_json_ld(const factboxes::Factbox& page,
                                         const OutputOptions& options);

}  // namespace factbox::outputs
