#include "reports/pages/block_trees.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "reports/pages/block_features.h"

namespace factbox::reports::pages {
namespace {

Result<BlockTrees> trees(const std::string& rows) {
  return BlockTrees::from(Table::read("tree\tfeature\tvalue\tlow\thigh\n" + rows, "t.tsv",
                                      {"tree", "feature", "value", "low", "high"})
                              .value());
}

TEST(BlockTrees, AskOnAndAddUpTheirAnswers) {
  const auto two = trees("0\t1\t0.5\t1\t2\n0\t-1\t-3\t0\t0\n0\t-1\t3\t0\t0\n1\t-1\t0\t0\t0\n");
  ASSERT_TRUE(two) << two.error().what;
  BlockFeatures features{};
  EXPECT_LT(two->likelihood(features), 0.1);
  features[1] = 1;
  EXPECT_GT(two->likelihood(features), 0.9);
}

TEST(BlockTrees, AWayThatDoesNotEndIsRefused) {
  EXPECT_TRUE(trees(""));
  EXPECT_FALSE(trees("")->can_tell());
  EXPECT_FALSE(trees("0\t1\t0.5\t0\t1\n0\t-1\t1\t0\t0\n"));
  EXPECT_FALSE(trees("0\t1\t0.5\t1\t2\n0\t-1\t1\t0\t0\n"));
  EXPECT_FALSE(trees("0\t" + std::to_string(kBlockFeatures) + "\t0.5\t1\t1\n0\t-1\t1\t0\t0\n"));
  EXPECT_FALSE(trees("0\tx\t0.5\t1\t1\n"));
}

TEST(BlockTrees, ThoseOfTheProgramCanTell) {
  const auto ours = BlockTrees::load("data/page_blocks.tsv");
  ASSERT_TRUE(ours) << ours.error().what;
  EXPECT_TRUE(ours->can_tell());
}

}  // namespace
}  // namespace factbox::reports::pages
