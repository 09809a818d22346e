#include "readers/network/tree_path.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <vector>

namespace factbox::readers {
namespace {

/// The slow twin: every token above the cue with its steps, then step by step from the token up.
std::uint8_t plain_path(const Tree& tree, std::uint32_t cue, std::uint32_t token) {
  if (tree.sentences[token] < tree.sentences[cue]) {
    return kSentenceBefore;
  }
  if (tree.sentences[token] > tree.sentences[cue]) {
    return kSentenceAfter;
  }
  std::map<std::uint32_t, std::size_t> above;
  for (std::uint32_t at = cue; above.emplace(at, above.size()).second;) {
    at = tree.heads[at];
  }
  for (std::size_t down = 0; down < 6; ++down, token = tree.heads[token]) {
    const auto up = above.find(token);
    if (up != above.end() && up->second < 6) {
      return static_cast<std::uint8_t>(up->second * 6 + down);
    }
  }
  return kFarInSentence;
}

std::vector<std::uint8_t> paths_of(const Tree& tree, std::uint32_t cue) {
  std::vector<std::uint8_t> paths(tree.heads.size());
  tree_paths(tree, cue, {0, static_cast<std::uint32_t>(paths.size())}, paths);
  return paths;
}

TEST(TreePath, CountsStepsUpAndDown) {
  // The minister said the talks failed . | He left .
  const Tree tree{{1, 2, 2, 4, 5, 2, 2, 8, 8, 8}, {1, 1, 1, 1, 1, 1, 1, 2, 2, 2}};
  const auto from_said = paths_of(tree, 2);
  EXPECT_EQ(from_said[2], 0);  // itself
  EXPECT_EQ(from_said[1], 1);  // minister: one down
  EXPECT_EQ(from_said[0], 2);  // The: two down
  EXPECT_EQ(from_said[3], 3);  // the, of talks, of failed
  EXPECT_EQ(from_said[7], kSentenceAfter);
  const auto from_talks = paths_of(tree, 4);
  EXPECT_EQ(from_talks[2], 2 * 6);      // said: two up
  EXPECT_EQ(from_talks[1], 2 * 6 + 1);  // minister: two up, one down
  EXPECT_EQ(paths_of(tree, 8)[0], kSentenceBefore);
}

TEST(TreePath, EndsWhereHeadsGoRound) {
  const Tree tree{{1, 2, 0, 3}, {1, 1, 1, 1}};
  EXPECT_EQ(paths_of(tree, 0), (std::vector<std::uint8_t>{0, 6, 12, kFarInSentence}));
}

TEST(TreePath, IsItsSlowTwin) {
  std::mt19937 engine(1);
  for (int round = 0; round < 50; ++round) {
    Tree tree;
    const std::uint32_t size = 1 + static_cast<std::uint32_t>(engine() % 60);
    for (std::uint32_t token = 0; token < size; ++token) {
      const std::uint32_t nearest = token < 5 ? token : 5;
      tree.heads.push_back(token - static_cast<std::uint32_t>(engine() % (nearest + 1)));
      tree.sentences.push_back(token / 25);
    }
    for (std::uint32_t cue = 0; cue < size; ++cue) {
      const auto found = paths_of(tree, cue);
      for (std::uint32_t token = 0; token < size; ++token) {
        ASSERT_EQ(found[token], plain_path(tree, cue, token)) << cue << " to " << token;
      }
    }
  }
}

}  // namespace
}  // namespace factbox::readers
