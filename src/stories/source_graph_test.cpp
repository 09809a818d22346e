#include "stories/source_graph.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace factbox::stories {
namespace {

statements::ReadReport read_of(const std::string& id, const std::string& outlet) {
  auto report = std::make_shared<reports::Report>();
  report->id = id;
  report->outlet = outlet;
  statements::ReadReport read;
  read.report = std::move(report);
  return read;
}

statements::Statement told_by(const std::string& outlet, ByteRange where) {
  statements::ChainMember member;
  member.role = statements::Role::outlet;
  member.name = outlet;
  member.span = where;
  statements::Statement statement;
  statement.chain.push_back(std::move(member));
  return statement;
}

/// The outlets that rest on others, as "The Bell > Harbour Wire".
std::vector<std::string> arrows_of(const SourceGraph& graph) {
  std::vector<std::string> arrows;
  for (const auto& arrow : graph.arrows) {
    arrows.push_back(graph.outlets[arrow.from].name + " > " + graph.outlets[arrow.to].name);
  }
  return arrows;
}

using Names = std::vector<std::string>;

TEST(SourceGraph, HasAnArrowForCopiesCreditsAndWords) {
  std::vector<statements::ReadReport> reports{read_of("a", "Harbour Wire"), read_of("b", "Bell"),
                                              read_of("c", "Islander")};
  reports[2].statements.push_back(told_by("Bell", {4, 8}));
  Story story;
  story.reports = {0, 1, 2};
  story.edges.push_back({1, 0, "Harbour Wire", OriginEdge::Why::copy});
  const auto graph = source_graph(story, reports, {});
  EXPECT_EQ(arrows_of(graph), (Names{"Islander > Bell", "Bell > Harbour Wire"}));
  EXPECT_EQ(graph.arrows[0].citations.size(), 1U);
  EXPECT_EQ(graph.arrows[1].copies, (std::vector<ReportIndex>{1}));
  EXPECT_EQ(graph.outlets[graph.arrows[0].from].depth, 2U);
  EXPECT_EQ(graph.outlets[graph.arrows[1].from].own, 0U);
}

TEST(SourceGraph, KeepsWhoIsOnlyNamedAndPassesACircleOnce) {
  std::vector<statements::ReadReport> reports{read_of("a", "Bell"), read_of("b", "Islander")};
  reports[0].statements.push_back(told_by("Islander", {0, 8}));
  reports[1].statements.push_back(told_by("Bell", {0, 4}));
  reports[1].statements.push_back(told_by("Marten Post", {9, 20}));
  Story story;
  story.reports = {0, 1};
  const auto graph = source_graph(story, reports, {});
  EXPECT_EQ(graph.outlets.size(), 3U);
  EXPECT_EQ(graph.arrows.size(), 3U);
  for (const auto& outlet : graph.outlets) {
    EXPECT_LE(outlet.depth, 2U);
    EXPECT_EQ(outlet.reports.empty(), outlet.name == "Marten Post");
  }
}

TEST(SourceGraph, AReportOfNobodyStandsForItself) {
  const std::vector<statements::ReadReport> reports{read_of("a", ""), read_of("b", "")};
  Story story;
  story.reports = {0, 1};
  const auto graph = source_graph(story, reports, {});
  ASSERT_EQ(graph.outlets.size(), 2U);
  EXPECT_EQ(graph.outlets[0].name, "a");
}

}  // namespace
}  // namespace factbox::stories
