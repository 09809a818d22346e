#include "outputs/running_stories.h"

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "stories/origins.h"

namespace factbox::outputs {
namespace {

class RunningStories : public ::testing::Test {
 protected:
  static reports::ReportPtr report(std::string id, std::string title) {
    auto made = std::make_shared<reports::Report>();
    made->id = std::move(id);
    made->title = std::move(title);
    return made;
  }

  std::vector<reports::ReportPtr> reports_{report("a", "Ferry talks"), report("b", "Fire"),
                                           report("c", "Ferry talks \u202Eagain\n")};
  std::vector<stories::Placement> placements_{{0, 0}, {1, 1}, {0, 0}};
  std::vector<stories::RunningStory> stories_{{"story-1",
                                               "Ferry talks \u202Eagain\n",
                                               {0, 2},
                                               read_time("2026-01-02")->first,
                                               read_time("2026-01-09")->first},
                                              {"story-2", "Fire", {1}, {}, {}}};
  PlacedReports placed_{stories_, placements_, reports_};
};

TEST_F(RunningStories, AreALineOfJsonEach) {
  const std::string lines = stories_as_json_lines(placed_);
  const auto first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first["story"], "story-1");
  EXPECT_EQ(first["reports"], (nlohmann::json{"a", "c"}));
  ASSERT_EQ(first["origins"].size(), 1U);
  EXPECT_EQ(first["origins"][0]["reports"], (nlohmann::json{"a", "c"}));
  EXPECT_EQ(first["first"], "2026-01-02T00:00:00Z");
  EXPECT_EQ(first["outlets"], nlohmann::json::array());
  EXPECT_EQ(first["new"], nlohmann::json::array());  // none is dated
  const auto second = nlohmann::json::parse(lines.substr(lines.find('\n') + 1));
  EXPECT_TRUE(second["last"].is_null());
}

TEST_F(RunningStories, TellWhoseReportsTheyHaveAndWhatIsNew) {
  const auto dated = [](std::string id, std::string outlet, const std::string& day) {
    auto made = std::make_shared<reports::Report>();
    made->id = std::move(id);
    made->outlet = std::move(outlet);
    made->published_at = read_time(day).value();
    return made;
  };
  const std::vector<reports::ReportPtr> reports{dated("a", "Tidal Post", "2026-01-02T10:00:00Z"),
                                                dated("b", "Corvus", "2026-01-09T11:00:00Z"),
                                                dated("c", "Tidal Post", "2026-01-10T10:00:00Z")};
  stories_[0].last = read_time("2026-01-10T10:00:00Z")->first;
  const PlacedReports placed{stories_, placements_, reports};
  const std::string lines = stories_as_json_lines(placed);
  const auto first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
  EXPECT_EQ(first["outlets"], (nlohmann::json{"Tidal Post"}));
  EXPECT_EQ(first["new"], (nlohmann::json{"c"}));
  const auto second = nlohmann::json::parse(lines.substr(lines.find('\n') + 1));
  EXPECT_EQ(second["new"], (nlohmann::json{"b"}));
  EXPECT_NE(stories_as_table(placed).find("      2        1        1    1  story-1"),
            std::string::npos)
      << stories_as_table(placed);
}

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream all{text};
  for (std::string line; std::getline(all, line);) {
    lines.push_back(nlohmann::json::parse(line));
  }
  return lines;
}

TEST_F(RunningStories, EachReportIsAssigned) {
  const auto lines = lines_of(assignments_as_json_lines(placed_, 0));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["id"], "c");
  EXPECT_EQ(lines[0]["story"], "story-1");
  EXPECT_EQ(lines[0]["origin"], stories::origin_id("a"));
}

TEST_F(RunningStories, WhatMovesIsAssignedAgain) {
  const std::vector<stories::StoryEvent> events{{stories::StoryEvent::Kind::parted, 1, 0, 1, {1}},
                                                {stories::StoryEvent::Kind::joined, 0, 1, 2, {2}}};
  placed_.events = events;
  const auto lines = lines_of(assignments_as_json_lines(placed_, 1));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["story"], "story-2") << "where it was put on arrival";
  EXPECT_EQ(lines[1]["id"], "c");
  EXPECT_EQ(lines[1]["story"], "story-1");
  EXPECT_EQ(lines[1]["moved"], "joined");
  const auto told = lines_of(events_as_json_lines(placed_, 0));
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0]["event"], "parted");
  EXPECT_EQ(told[0]["story"], "story-2");
  EXPECT_EQ(told[0]["from"], "story-1");
  EXPECT_EQ(told[1]["with"], "story-2");
  EXPECT_EQ(told[1]["after"], "c");
  EXPECT_EQ(told[1]["reports"], nlohmann::json{"c"});
}

TEST_F(RunningStories, OnlyTheLargestAreShownWhereThatIsAsked) {
  EXPECT_EQ(stories_as_json_lines(placed_, {.top = 1}),
            stories_as_json_lines(placed_, {.min_reports = 2}));
  const auto table = stories_as_table(placed_, {.top = 1});
  EXPECT_EQ(table.find("Fire"), std::string::npos);
  EXPECT_NE(table.find("1 smaller story is not shown\n"), std::string::npos) << table;
}

TEST_F(RunningStories, ATableFitsTheTerminal) {
  EXPECT_NE(stories_as_table(placed_).find("Ferry talks again\n"), std::string::npos);
  const auto narrow = stories_as_table(placed_, {.width = 54});
  EXPECT_NE(narrow.find("2026-01-09        2  story-1             Ferry talks…\n"),
            std::string::npos)
      << narrow;
}

TEST_F(RunningStories, WithoutTitlesTheFirstSentenceTellsWhatTheyAreAbout) {
  auto untitled = std::make_shared<reports::Report>();
  untitled->text = "The ferry sank off Lisport on Monday. Nine were saved.";
  reports_[1] = untitled;
  stories_[1].title.clear();
  EXPECT_NE(stories_as_table(placed_).find("The ferry sank off Lisport on Monday\n"),
            std::string::npos);
  const auto lines = stories_as_json_lines(placed_);
  const auto second = nlohmann::json::parse(lines.substr(lines.find('\n') + 1));
  EXPECT_EQ(second["title_from"], "text");
}

TEST_F(RunningStories, ATableIsSafeToPrint) {
  const std::string table = stories_as_table(placed_);
  EXPECT_EQ(table.find("\u202E"), std::string::npos);
  EXPECT_NE(table.find("2026-01-02  2026-01-09        2        0        1    0  story-1"),
            std::string::npos)
      << table;
  EXPECT_LT(table.find("Ferry"), table.find("Fire")) << "undated ones come last";
}

}  // namespace
}  // namespace factbox::outputs
