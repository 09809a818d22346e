/// \file
#pragma once

#include <string>

#include "outputs/page_view.h"

namespace factbox::outputs {

/// The page as one HTML5 file, complete without scripts, style within. All words of reports are
/// escaped by the template engine (Mustache, `{{…}}`). Readable on a phone, in print, by keyboard
/// and by screen reader (WCAG 2.2 AA is the aim); each line opens to the bytes that it rests on.
[[nodiscard]] std::string render_html(const factboxes::Factbox& page, const OutputOptions& options);

}  // namespace factbox::outputs
