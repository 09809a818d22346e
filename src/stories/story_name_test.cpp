#include "stories/story_name.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace factbox::stories {
namespace {

std::string named(std::string text, std::string title = "") {
  reports::Report report;
  report.text = std::move(text);
  RunningStory story;
  story.title = std::move(title);
  story.reports = {0};
  const std::vector<reports::ReportPtr> reports{std::make_shared<reports::Report>(report)};
  return name_of(story, reports);
}

TEST(StoryName, IsTheTitleOrTheFirstSentence) {
  EXPECT_EQ(named("The ferry sank off Lisport. Nine were saved.", "Ferry sinks"), "Ferry sinks");
  EXPECT_EQ(named("The ferry sank off Lisport on Monday. Nine were saved.\nMore."),
            "The ferry sank off Lisport on Monday");
  EXPECT_EQ(named("The harbour of Lisport was shut by Gov. Ana Ruiz on Monday. She left."),
            "The harbour of Lisport was shut by Gov. Ana Ruiz on Monday");
  EXPECT_EQ(named("LISPORT (Harbour Wire) - The ferry sank off the coast."),
            "The ferry sank off the coast");
  EXPECT_EQ(named(""), "");
}

TEST(StoryName, OfAnEndlessSentenceIsItsBeginning) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "word ";
  }
  const auto name = named(text);
  EXPECT_LT(name.size(), 170U);
  EXPECT_TRUE(name.ends_with("word …")) << name;
}

}  // namespace
}  // namespace factbox::stories
