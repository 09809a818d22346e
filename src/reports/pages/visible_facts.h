/// \file
/// What a page shows its readers of a report's dates and authors.
#pragma once

#include <string>
#include <vector>

#include "reports/pages/main_text.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"
#include "reports/printed_date.h"

namespace factbox::reports::pages {

/// As found; empty where the page doesn't show it. Times are ISO 8601.
struct VisibleFacts {
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
};

/// Reads microdata, <time>, bylines and printed dates by where they stand: between the title and
/// the text, else above the title, in the text, below it, and last anywhere else on the page.
/// Lists, asides and other articles are passed over, since their dates and names are those of other
/// reports; what a page says was changed then isn't when it was published.
[[nodiscard]] VisibleFacts find_visible_facts(const PageTree& tree, const MainText& main,
                                              const PageRules& rules, const DateWords& dates);

}  // namespace factbox::reports::pages
