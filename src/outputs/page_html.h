/// \file
#pragma once

#include <string>

#include "outputs/page_view.h"

namespace factbox::outputs {

/// The page as one HTML5 file, complete without scripts, style within. All words of reports are
/// escaped by the template engine (Mustache, `{{…}}`). Readable on a phone, in print, by keyboard
/// and by screen reader (WCAG 2.2 AA is the aim); each line opens to the sentences that it rests
/// on.
[[nodiscard]] std::string render_html(const factboxes::Factbox& page, const OutputOptions& options);

/// The same without a head, a style or anything around it, to be put into another page.
[[nodiscard]] std::string render_html_fragment(const PageView& view);

}  // namespace factbox::outputs
