/// \file
/// Which pages are no reports.
#pragma once

#include <string>

#include "reports/pages/facts.h"
#include "reports/pages/main_text.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// Why the page is no report (an error, a check for robots, a question for consent, an index);
/// empty if it is one.
///
/// The page's build decides, in whatever language it is: whether it calls itself an article, says
/// when and by whom it was written, how much it tells, what it asks, and what its makers call its
/// parts. Words of its title and text never do, since reports speak of errors, robots and cookies
/// too; they only help to say what a page that was refused seems to be.
[[nodiscard]] std::string refusal(const PageTree& tree, const PageRules& rules,
                                  const PageFacts& facts, const MainText& main);

}  // namespace factbox::reports::pages
