/// \file
/// The page's templates (Mustache) and its style sheet, as built in from web/.
#pragma once

#include <string_view>

namespace factbox::outputs {

extern const std::string_view kPageTemplate;  ///< a whole file, around the body
extern const std::string_view kBodyTemplate;  ///< the page without head and style
extern const std::string_view kLineTemplate;
extern const std::string_view kSourceGraphTemplate;  ///< who cites whom, as SVG
extern const std::string_view kPageStyle;

}  // namespace factbox::outputs
