/// \file
#pragma once

#include <string>

#include "outputs/page_view.h"

namespace factbox::outputs {

/// The page for a terminal: plain text, wrapped at OutputOptions::width columns (one a code point).
[[nodiscard]] std::string render_text(const factboxes::Factbox& page, const OutputOptions& options);

/// The page as CommonMark; the words of reports are escaped, so none of them can mark anything up.
[[nodiscard]] std::string render_markdown(const factboxes::Factbox& page,
                                          const OutputOptions& options);

}  // namespace factbox::outputs
