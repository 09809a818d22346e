/// \file
/// A learned judgement of blocks: trees of questions to their features.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/table.h"

namespace factbox::reports::pages {

/// How many figures of a block there are; data/page_blocks.tsv counts them in this order.
inline constexpr std::size_t kOwnFeatures = 40;       ///< of the block itself
inline constexpr std::size_t kNeighbourFeatures = 8;  ///< of each of the two before and behind it
inline constexpr std::size_t kNeighbours = 4;
inline constexpr std::size_t kBlockFeatures = kOwnFeatures + kNeighbours * kNeighbourFeatures;

/// Trees as scripts/learn_blocks.py makes them; each asks on, and the sum of their answers is the
/// logit of a block's being of the report.
class BlockTrees {
 public:
  /// No trees: they can't tell.
  BlockTrees() = default;

  [[nodiscard]] static Result<BlockTrees> load(const std::filesystem::path& path);

  /// Fails as malformed where a row names a node or a feature that isn't there.
  [[nodiscard]] static Result<BlockTrees> from(const Table& table);

  [[nodiscard]] bool can_tell() const { return !roots_.empty(); }

  /// How likely a block with these features is of the report, 0 to 1.
  [[nodiscard]] double likelihood(std::span<const float> features) const;

 private:
  struct Node {
    std::int32_t feature = -1;  ///< below 0: an answer
    float value = 0;            ///< the answer, or the bound up to which it goes on to `low`
    std::uint32_t low = 0, high = 0;
  };
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace factbox::reports::pages
