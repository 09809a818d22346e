#include "reports/report_line.h"

#include <gtest/gtest.h>

#include "reports/read_reports.h"

namespace factbox::reports {
namespace {

TEST(ReportLine, ReadAgainIsTheSameReport) {
  Report report;
  report.id = "a1";
  report.url = "https://bell.example/1";
  report.outlet = "The Bell";
  report.title = "\"Shut\" \u2013 for now";
  report.text = "One.\n\nTwo \U0001F600.";
  report.published = "2026-04-12T08:30:00+03:30";
  report.authors = {"Ann Lee", "Bo Ek"};
  report.agency = "Harbour Wire";
  report.doubts = {"encoding: guessed"};
  const std::string line = report_line(report);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  sources::Delivery delivery{"x", sources::Came::from_memory, sources::stream_of(line)};
  const auto got = read_delivery(delivery, {}, {});
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_EQ(report_line(*got.reports[0]).substr(0, 200), report_line([&] {
                                                           Report read = report;
                                                           read.path = "x";
                                                           return read;
                                                         }())
                                                             .substr(0, 200));
  EXPECT_EQ(got.reports[0]->authors, report.authors);
  EXPECT_EQ(got.reports[0]->doubts, report.doubts);
}

TEST(ReportLine, WhatIsNotKnownIsAbsent) {
  Report report;
  report.id = "a1";
  report.title = "Shut";
  EXPECT_EQ(report_line(report), R"({"id":"a1","title":"Shut"})");
}

TEST(ReportLine, APathThatIsNoUtf8DoesNoHarm) {
  Report report;
  report.id = "a1";
  report.path = "caf\xe9";
  EXPECT_EQ(report_line(report), "{\"id\":\"a1\",\"path\":\"caf\xef\xbf\xbd\"}");
}

}  // namespace
}  // namespace factbox::reports
