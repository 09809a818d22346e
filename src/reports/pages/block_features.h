/// \file
/// What is seen of a block, for a learned judgement.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reports/pages/block_trees.h"
#include "reports/pages/blocks.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

using BlockFeatures = std::array<float, kBlockFeatures>;

/// A page's blocks as the rules see them.
struct SeenBlocks {
  const std::vector<Block>& blocks;
  const std::vector<bool>& chosen;  ///< those that the rules take for the report's
  std::uint32_t heading = 0;        ///< the element that shows the title, or 0
  std::uint32_t element = 0;        ///< that holds the report by the rules
  std::string_view title;
};

/// The features of each block.
[[nodiscard]] std::vector<BlockFeatures> block_features(const PageTree& tree,
                                                        const PageRules& rules,
                                                        const SeenBlocks& seen);

}  // namespace factbox::reports::pages
