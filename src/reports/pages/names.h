/// \file
/// Names in a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/pages/page_rules.h"

namespace factbox::reports::pages {

/// "By Ann Lee and Bo Ek, Harbour Wire" names three. Addresses, times and what is too long for a
/// name are left out.
[[nodiscard]] std::vector<std::string> split_names(std::string_view byline, const PageRules& rules);

}  // namespace factbox::reports::pages
