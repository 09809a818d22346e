#include "reports/narrowing.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::reports {
namespace {

Outlets known() {
  return Outlets::from(Table::read("name\taliases\tdomains\tcountry\tagency\tfamily\n"
                                   "Harbour Wire\tHW\tharbourwire.example\tXA\tyes\t\n"
                                   "The Bell\t\tbell.example\tXB\tno\t\n",
                                   "t",
                                   {"name", "aliases", "domains", "country", "agency", "family"})
                           .value())
      .value();
}

ReportPtr report(std::string id, std::string outlet, const std::string& published) {
  Report made;
  made.id = std::move(id);
  made.outlet = std::move(outlet);
  if (const auto time = read_time(published)) {
    made.published_at = *time;
  }
  return std::make_shared<const Report>(std::move(made));
}

std::string narrowed(const Narrowing& narrowing) {
  const auto got =
      narrow({report("1", "HW", "2026-01-01"), report("2", "The Bell", "2026-01-02"),
              report("3", "Village News", "2026-01-03"), report("4", "Harbour Wire", "")},
             narrowing, known());
  std::string ids;
  for (const ReportPtr& one : got.reports) {
    ids += one->id;
  }
  return ids + " -" + std::to_string(got.undated);
}

TEST(Narrowing, NothingSaidNarrowsNothing) {
  EXPECT_EQ(narrowed({}), "1234 -0");
}

TEST(Narrowing, OutletsGoByAnyOfTheirNames) {
  EXPECT_EQ(narrowed({.outlets = {"Harbour Wire"}}), "14 -0");
  EXPECT_EQ(narrowed({.outlets = {"HW", "village news"}}), "134 -0");
  EXPECT_EQ(narrowed({.not_outlets = {"HW"}}), "23 -0");
}

TEST(Narrowing, OutletsGoByTheNamesThatPagesPrint) {
  Report made;
  made.id = "1";
  made.outlet = "news.harbourwire.example";
  made.url = "https://news.harbourwire.example/storm";
  const auto kept = [&](const Narrowing& narrowing) {
    return narrow({std::make_shared<const Report>(made)}, narrowing, known()).reports.size();
  };
  EXPECT_EQ(kept({.outlets = {"Harbour Wire"}}), 1U);
  EXPECT_EQ(kept({.not_outlets = {"HW"}}), 0U);
  EXPECT_EQ(kept({.not_outlets = {"harbourwire.example"}}), 0U);
  EXPECT_EQ(kept({.outlets = {"news.harbourwire.example"}}), 1U);
  EXPECT_EQ(kept({.outlets = {"The Bell"}}), 0U);
  made.outlet = "The Village News";
  made.url.clear();
  EXPECT_EQ(kept({.outlets = {"village news"}}), 1U);
}

TEST(Narrowing, TellsWhichOutletsNoReportIsOf) {
  const auto got =
      narrow({report("1", "HW", "")},
             {.outlets = {"Harbour Wire", "Bell"}, .not_outlets = {"Vilage"}}, known());
  EXPECT_EQ(got.unmet, (std::vector<std::string>{"Bell", "Vilage"}));
}

TEST(Narrowing, CountriesGoByTheTable) {
  EXPECT_EQ(narrowed({.countries = {"xb"}}), "2 -0");
  EXPECT_EQ(narrowed({.countries = {"XA", "XB"}}), "124 -0");
}

TEST(Narrowing, AMomentLeavesOutUndatedReportsAndCountsThem) {
  EXPECT_EQ(narrowed({.since = read_time("2026-01-02")->first}), "23 -1");
  EXPECT_EQ(narrowed({.before = read_time("2026-01-02")->first}), "1 -1");
}

}  // namespace
}  // namespace factbox::reports
