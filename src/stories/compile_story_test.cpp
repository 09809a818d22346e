#include "stories/compile_story.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace factbox::stories {
namespace {

using statements::ChainMember;
using statements::ReadReport;
using statements::Role;
using statements::Statement;

/// A report whose whole text is one statement; `from` is the outlet that it names, if any.
ReadReport report_of(std::string id, std::string outlet, std::string text, const std::string& day,
                     std::string from = {}) {
  reports::Report printed;
  printed.id = std::move(id);
  printed.outlet = std::move(outlet);
  printed.text = std::move(text);
  printed.published = day;
  printed.published_at = read_time(day).value();
  Statement statement;
  statement.content = {{0, static_cast<std::uint32_t>(printed.text.size())}};
  if (!from.empty()) {
    ChainMember member;
    member.role = Role::outlet;
    member.hop = 1;
    member.span = ByteRange{0, 1};
    member.name = std::move(from);
    statement.chain.push_back(member);
    statement.kind = statements::Kind::indirect;
  }
  statement.chain.push_back({});
  ReadReport report;
  report.report = std::make_shared<reports::Report>(std::move(printed));
  report.statements = {statement};
  return report;
}

std::vector<ReadReport> three_papers() {
  return {report_of("a", "Harbour Wire", "Three ferries were held.", "2026-04-12"),
          report_of("b", "The Bell", "Three ferries were held", "2026-04-13", "Harbour Wire"),
          report_of("c", "Islander", "One ferry was damaged.", "2026-04-14")};
}

TEST(CompileStory, SaysWhatIsClaimedAndWhereItComesFrom) {
  const std::vector<ReadReport> reports = three_papers();
  const Story story = compile_story(reports, reports::Outlets{}, Lexicon{});
  EXPECT_EQ(story.reports, (std::vector<ReportIndex>{0, 1, 2}));
  ASSERT_EQ(story.claims.size(), 2U);
  const Claim& held = story.claims[0];
  EXPECT_EQ(held.statements.size(), 2U);
  EXPECT_EQ(held.outlets, (std::vector<std::string>{"Harbour Wire", "The Bell"}));
  ASSERT_EQ(held.origins.size(), 1U);
  EXPECT_EQ(story.origins[held.origins[0]].name, "Harbour Wire");
  EXPECT_EQ(to_iso_day(*story.first), "2026-04-12");
  EXPECT_EQ(to_iso_day(*story.last), "2026-04-14");
}

TEST(CompileStory, IdsStayWhenReportsJoin) {
  const std::vector<ReadReport> reports = three_papers();
  const Story before = compile_story(std::span{reports}.first(1), reports::Outlets{}, Lexicon{});
  const Story after = compile_story(reports, reports::Outlets{}, Lexicon{});
  EXPECT_EQ(before.id, after.id);
  EXPECT_EQ(before.claims[0].id, after.claims[0].id);
  EXPECT_EQ(before.origins[0].id, after.origins[0].id);
}

TEST(CompileStory, OfNothingIsNothing) {
  EXPECT_TRUE(compile_story({}, reports::Outlets{}, Lexicon{}).claims.empty());
}

TEST(CompileStory, AStatementWithoutWordsOfItsOwnMakesNoClaim) {
  std::vector<ReadReport> reports = three_papers();
  reports[2].statements[0].content.clear();
  EXPECT_EQ(compile_story(reports, reports::Outlets{}, Lexicon{}).claims.size(), 1U);
}

}  // namespace
}  // namespace factbox::stories
