#include "stories/contradictions.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace factbox::stories {
namespace {

std::vector<Claim> claims(std::size_t many) {
  std::vector<Claim> made(many);
  for (std::size_t i = 0; i < many; ++i) {
    made[i].id = "claim-" + std::to_string(i);
  }
  return made;
}

using Sides = std::vector<std::vector<std::uint32_t>>;

TEST(Contradictions, ThreeFiguresAreThreeSides) {
  const auto number = ContradictionKind::number;
  const auto found =
      join_clashes({{0, 1, number, "ferry"}, {0, 2, number, ""}, {1, 2, number, ""}}, claims(3));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sides, (Sides{{0}, {1}, {2}}));
  EXPECT_EQ(found[0].about, "ferry");
}

TEST(Contradictions, WhoDenyTheSameStandOnOneSide) {
  const auto denial = ContradictionKind::denial;
  const auto found = join_clashes({{0, 1, denial, ""}, {0, 2, denial, ""}}, claims(3));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sides, (Sides{{0}, {1, 2}}));
}

TEST(Contradictions, KindsAreKeptApart) {
  const auto found = join_clashes(
      {{0, 1, ContradictionKind::number, ""}, {0, 1, ContradictionKind::denial, ""}}, claims(2));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_NE(found[0].kind, found[1].kind);
}

TEST(Contradictions, TheOrderOfClashesDoesNotMatter) {
  std::vector<Clash> clashes{{0, 3, ContradictionKind::number, "a"},
                             {1, 2, ContradictionKind::scope, "b"},
                             {2, 4, ContradictionKind::scope, "c"}};
  const auto found = join_clashes(clashes, claims(5));
  std::reverse(clashes.begin(), clashes.end());
  const auto again = join_clashes(clashes, claims(5));
  ASSERT_EQ(found.size(), again.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].id, again[i].id);
    EXPECT_EQ(found[i].sides, again[i].sides);
  }
}

TEST(Contradictions, WhatClashesWithEverythingIsNoOneMatter) {
  std::vector<Clash> clashes;
  for (std::uint32_t i = 1; i < 40; ++i) {
    clashes.push_back({0, i, ContradictionKind::number, ""});
  }
  EXPECT_TRUE(join_clashes(clashes, claims(40)).empty());
}

}  // namespace
}  // namespace factbox::stories
