/// \file
/// The page's template (Mustache) and its style sheet, as built in from web/.
#pragma once

#include <string_view>

namespace factbox::outputs {

extern const std::string_view kPageTemplate;
extern const std::string_view kPageStyle;

}  // namespace factbox::outputs
