/// \file
/// From a page as a value to the page in words.
#pragma once

#include <string>

#include "factboxes/factbox.h"
#include "outputs/output_options.h"
#include "outputs/page_in_words.h"

namespace factbox::outputs {

[[nodiscard]] PageView view_page(const factboxes::Factbox& page, const OutputOptions& options);

/// "Known as of 20 April 2026. Compiled from 28 reports …", and what else is said of the whole
/// page.
[[nodiscard]] std::string head_of(const PageView& view);

}  // namespace factbox::outputs
