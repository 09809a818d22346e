#include "stories/comparison.h"

#include <gtest/gtest.h>

namespace factbox::stories {
namespace {

/// A report with so many statements, all of them sure.
statements::ReadReport report_with(std::size_t many) {
  statements::ReadReport made;
  made.statements.resize(many);
  for (auto& statement : made.statements) {
    statement.content = {{0, 1}};
    statement.confidence = 1;
  }
  return made;
}

/// Three claims: the first of one side, the second of the other, the third of both.
Story story_of_three() {
  Story story;
  story.claims.resize(3);
  story.claims[0].statements = {{0, 0}};
  story.claims[1].statements = {{1, 0}};
  story.claims[2].statements = {{0, 1}, {1, 1}};
  return story;
}

TEST(CompareSides, TellsEachClaimOnce) {
  const std::vector<statements::ReadReport> reports{report_with(2), report_with(2)};
  auto story = story_of_three();
  story.contradictions.push_back({"x", "pier", ContradictionKind::denial, {{0}, {1}}});
  story.relations.push_back({0, 1, Relation::update, 1});
  const auto matters = compare_sides(story, reports, {false, true});
  ASSERT_EQ(matters.size(), 2U);
  EXPECT_EQ(matters[0].stand, Stand::differ);
  EXPECT_EQ(matters[0].type, "denial");
  EXPECT_EQ(matters[1].stand, Stand::both);
}

TEST(CompareSides, TellsWhatOneSideSaysAlone) {
  const std::vector<statements::ReadReport> reports{report_with(2), report_with(2)};
  const auto matters = compare_sides(story_of_three(), reports, {false, true});
  ASSERT_EQ(matters.size(), 3U);
  EXPECT_EQ(matters[0].stand, Stand::both);
  EXPECT_EQ(matters[1].stand, Stand::only_first);
  EXPECT_EQ(matters[2].stand, Stand::only_second);
}

}  // namespace
}  // namespace factbox::stories
