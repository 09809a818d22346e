#include "reports/versions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace factbox::reports {
namespace {

ReportPtr report(std::string id, std::string text, const std::string& published = "",
                 std::string outlet = "") {
  Report made;
  made.id = std::move(id);
  made.text = std::move(text);
  made.published = published;
  made.outlet = std::move(outlet);
  if (const auto time = read_time(published)) {
    made.published_at = *time;
  }
  return std::make_shared<const Report>(std::move(made));
}

std::string list(const std::vector<ReportPtr>& reports) {
  std::string shown;
  for (const ReportPtr& one : reports) {
    shown += one->id + ":" + one->text + "@" + one->published + one->outlet + " ";
  }
  return shown;
}

TEST(Repeats, SameIdAndTextIsOneReport) {
  EXPECT_EQ(list(without_repeats({report("a", "x"), report("b", "x"), report("a", "x")})),
            "a:x@ b:x@ ");
}

TEST(Repeats, OtherTextIsAnotherVersionAndStays) {
  EXPECT_EQ(list(without_repeats({report("a", "x"), report("a", "y"), report("a", "x")})),
            "a:x@ a:y@ ");
}

TEST(Repeats, TheFirstToArriveStaysInAStream) {
  Repeats repeats;
  EXPECT_FALSE(repeats.has_had(*report("a", "x", "2026-01-02")));
  EXPECT_TRUE(repeats.has_had(*report("a", "x", "2026-01-01")));
  EXPECT_FALSE(repeats.has_had(*report("a", "y")));
  EXPECT_FALSE(repeats.has_had(*report("ax", "")));
}

TEST(Repeats, TheEarlierStaysWhateverTheOrder) {
  const auto early = report("a", "x", "2026-01-01", "The Bell");
  const auto late = report("a", "x", "2026-01-02", "Harbour Wire");
  EXPECT_EQ(list(without_repeats({early, late})), "a:x@2026-01-01The Bell ");
  EXPECT_EQ(list(without_repeats({late, early})), "a:x@2026-01-01The Bell ");
}

TEST(Repeats, HeadlinesAloneAreToldApartByTheirWords) {
  Report one;
  one.id = "a";
  one.title = "Harbour shut";
  Report other = one;
  other.title = "Harbour open";
  const auto kept =
      without_repeats({std::make_shared<const Report>(one), std::make_shared<const Report>(other),
                       std::make_shared<const Report>(one)});
  EXPECT_EQ(kept.size(), 2U);
}

TEST(VersionsOfReports, TheOnePublishedLastCounts) {
  const auto parted =
      part_versions({report("a", "new", "2026-01-02"), report("b", "x", "2026-01-01"),
                     report("a", "old", "2026-01-01"), report("a", "dateless")});
  EXPECT_EQ(list(parted.current), "a:new@2026-01-02 b:x@2026-01-01 ");
  EXPECT_EQ(list(parted.replaced), "a:old@2026-01-01 a:dateless@ ");
}

TEST(VersionsOfReports, WhichOneCountsDoesNotHangOnTheOrder) {
  std::vector<ReportPtr> all{report("a", "x"), report("a", "y"), report("a", "z", "2026"),
                             report("a", "w", "2026"), report("b", "v")};
  std::minstd_rand random{1};
  for (int i = 0; i < 50; ++i) {
    std::ranges::shuffle(all, random);
    auto parted = part_versions(all);
    std::ranges::sort(parted.current, {}, [](const ReportPtr& r) { return r->id; });
    EXPECT_EQ(list(parted.current), "a:z@2026 b:v@ ");
  }
}

}  // namespace
}  // namespace factbox::reports
