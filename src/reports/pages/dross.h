/// \file
/// What stands among a report's paragraphs and is none of it, told by how it is built.
#pragma once

#include <vector>

#include "reports/pages/blocks.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// Leaves out of a report's blocks, which stand in the order of the page:
///
/// - teasers of other reports: two or more small elements side by side, each with one heading that
///   leads elsewhere;
/// - labels of charts and maps: many short words one after another, which make no sentence;
/// - who wrote it, before the first paragraph;
/// - headings that nothing follows, and short lines before the first and after the last paragraph.
///
/// Returns how many teasers were left out.
std::size_t leave_out_dross(const PageTree& tree, const PageRules& rules,
                            std::vector<const Block*>& blocks);

}  // namespace factbox::reports::pages
