/// \file
/// Where on a page its report stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/pages/block_features.h"
#include "reports/pages/blocks.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// The report's paragraphs, and how much else the page shows.
struct MainText {
  std::vector<std::string> paragraphs;
  std::size_t prose_bytes = 0;      ///< of these paragraphs that are prose
  std::size_t page_bytes = 0;       ///< of all that the page shows
  std::size_t link_bytes = 0;       ///< of it, in links
  std::size_t linked_headings = 0;  ///< on the page, which lead elsewhere
  std::size_t teasers = 0;          ///< of other reports, left out of the paragraphs
  std::uint32_t element = 0;        ///< that holds the paragraphs; 0 if there are none
  std::uint32_t heading = 0;        ///< the element that shows the title; 0 if none is seen
  std::uint32_t first = 0;          ///< where the first paragraph begins
  std::uint32_t last = 0;           ///< and the last one
};

/// Finds the paragraphs of a page's report.
///
/// Paragraphs of prose speak for the elements that hold them; the element for which most speaks is
/// widened as long as what it gains is prose, and of what it holds, links and stock lines are left
/// out. `title` is no paragraph.
[[nodiscard]] MainText find_main_text(const PageTree& tree, const PageRules& rules,
                                      std::string_view title);

/// A block with what is seen of it, to learn from.
struct SeenBlock {
  std::string text;
  BlockFeatures features;
};

/// All blocks of a page as a learned judgement sees them.
[[nodiscard]] std::vector<SeenBlock> see_blocks(const PageTree& tree, const PageRules& rules,
                                                std::string_view title);

/// The paragraphs, parted by blank lines.
[[nodiscard]] std::string joined(const std::vector<std::string>& paragraphs);

}  // namespace factbox::reports::pages
