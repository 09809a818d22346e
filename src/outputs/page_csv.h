/// \file
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// The page's claims as a table, a row a line, with a row of names above: what is claimed, by whom,
/// how sure, and the report, field and bytes that it was taken from.
[[nodiscard]] std::string render_csv(const factboxes::Factbox& page, const OutputOptions& options);

}  // namespace factbox::outputs
