#include "reports/in_turn.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace factbox::reports {
namespace {

ReportPtr report_called(const std::string& title, std::size_t bytes = 0) {
  Report report;
  report.title = title;
  report.text = std::string(bytes, 'a');
  return std::make_shared<const Report>(std::move(report));
}

std::vector<std::string> titles_of(const Gathering& gathering) {
  std::vector<std::string> titles;
  for (const ReportPtr& report : gathering.read.reports) {
    titles.push_back(report->title);
  }
  return titles;
}

TEST(InTurn, TheFirstFileStreamsAndTheOthersWait) {
  Gathering out;
  InTurn turns{3, out};
  turns.put(1, report_called("b"));
  turns.put(0, report_called("a1"));
  EXPECT_EQ(titles_of(out), std::vector<std::string>{"a1"});
  turns.end(1);
  turns.put(2, report_called("c1"));
  turns.put(0, report_called("a2"));
  turns.end(0);
  turns.put(2, report_called("c2"));
  turns.end(2);
  EXPECT_EQ(titles_of(out), (std::vector<std::string>{"a1", "a2", "b", "c1", "c2"}));
}

TEST(InTurn, WhoeverIsFarAheadWaitsForItsTurn) {
  constexpr std::size_t kLarge = 5U << 20U;
  Gathering out;
  InTurn turns{2, out};
  std::thread ahead{[&] {
    Turn turn{turns, 1};
    for (int i = 0; i < 8; ++i) {
      turn.report(report_called("ahead", kLarge));
    }
  }};
  {
    Turn turn{turns, 0};
    turn.report(report_called("first"));
  }
  ahead.join();
  EXPECT_EQ(out.read.reports.size(), 9U);
  EXPECT_EQ(out.read.reports.front()->title, "first");
}

}  // namespace
}  // namespace factbox::reports
