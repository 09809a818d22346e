#include "reports/pages/block_trees.h"

#include <charconv>
#include <cmath>
#include <string_view>

namespace factbox::reports::pages {
namespace {

template <class Number>
bool read_number(std::string_view cell, Number& number) {
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return read.ec == std::errc{} && read.ptr == cell.data() + cell.size();
}

}  // namespace

Result<BlockTrees> BlockTrees::load(const std::filesystem::path& path) {
  FB_TRY(table, Table::load(path, {"tree", "feature", "value", "low", "high"}));
  return from(table);
}

Result<BlockTrees> BlockTrees::from(const Table& table) {
  BlockTrees trees;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto cells = table.row(i);
    std::uint32_t tree = 0;
    Node node;
    const bool is_read = read_number(cells[0], tree) && read_number(cells[1], node.feature) &&
                         read_number(cells[2], node.value) && read_number(cells[3], node.low) &&
                         read_number(cells[4], node.high);
    if (!is_read || node.feature >= static_cast<std::int32_t>(kBlockFeatures)) {
      return tl::unexpected(table.wrong(i, "five numbers; a feature below the number of features"));
    }
    if (i == 0 || tree != last) {
      trees.roots_.push_back(static_cast<std::uint32_t>(i));
      last = tree;
    }
    // Steps lead on only, so that every way ends.
    node.low += static_cast<std::uint32_t>(i);
    node.high += static_cast<std::uint32_t>(i);
    if (node.feature >= 0 && (node.low <= i || node.high <= i || node.low >= table.size() ||
                              node.high >= table.size())) {
      return tl::unexpected(table.wrong(i, "low and high are steps to later rows of the table"));
    }
    trees.nodes_.push_back(node);
  }
  return trees;
}

double BlockTrees::likelihood(std::span<const float> features) const {
  double sum = 0;
  for (const std::uint32_t root : roots_) {
    const Node* node = &nodes_[root];
    while (node->feature >= 0) {
      node = &nodes_[features[static_cast<std::size_t>(node->feature)] <= node->value ? node->low
                                                                                      : node->high];
    }
    sum += static_cast<double>(node->value);
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace factbox::reports::pages
