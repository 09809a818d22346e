/// \file
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// The page as a Word document (Office Open XML, transitional): headings, lists and links as such,
/// so that an editor can go on writing in it. Same page, same bytes.
[[nodiscard]] std::string render_docx(const factboxes::Factbox& page, const OutputOptions& options);

}  // namespace factbox::outputs
