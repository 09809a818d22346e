/// \file
/// From a page's HTML to its report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reports/outlets.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"
#include "reports/printed_date.h"
#include "reports/report.h"

namespace factbox::reports::pages {

/// Makes the report of a page in UTF-8: text, title, outlet, dates, authors; no id yet. A live blog
/// is many, one an entry, each with its own time, anchor and id.
///
/// Fails as unsupported where the page is no report (an error, a question for consent, a paywall,
/// an index), as too_large where it would cost too much. `url` is where it came from, if known.
[[nodiscard]] Result<std::vector<Report>> read_page(std::string_view html, const std::string& url,
                                                    const PageRules& rules, const Outlets& outlets,
                                                    const DateWords& dates,
                                                    const PageLimits& limits = {});

}  // namespace factbox::reports::pages
