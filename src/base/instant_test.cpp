#include "base/instant.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

std::string first(std::string_view printed) {
  const auto time = read_time(printed);
  return time ? to_iso(time->first) : "none";
}
std::string past(std::string_view printed) {
  const auto time = read_time(printed);
  return time ? to_iso(time->past) : "none";
}

TEST(ReadTime, TakesAMomentByItsOwnOffset) {
  EXPECT_EQ(first("2026-04-12T08:30:00+03:30"), "2026-04-12T05:00:00Z");
  EXPECT_EQ(first("2026-04-12 08:30 UTC"), "2026-04-12T08:30:00Z");
  EXPECT_EQ(first("2026-04-12T08:30:00.125Z"), "2026-04-12T08:30:00Z");
  EXPECT_EQ(first("2014-09-13T20:52:29"), "2014-09-13T20:52:29Z");
}

TEST(ReadTime, TakesDaysMonthsAndYearsAsTheirFirstInstant) {
  EXPECT_EQ(first("2026-04-12"), "2026-04-12T00:00:00Z");
  EXPECT_EQ(first("20260412"), "2026-04-12T00:00:00Z");
  EXPECT_EQ(past("2026-04-12"), "2026-04-13T00:00:00Z");
  EXPECT_EQ(past("2026-12"), "2027-01-01T00:00:00Z");
  EXPECT_EQ(past("2026"), "2027-01-01T00:00:00Z");
}

TEST(ReadTime, RefusesWhatNoCalendarHas) {
  for (const auto* bad : {"", "2026-02-30", "2026-13", "12 April 2026", "2026-04-12T25:00",
                          "2026-04-12T08:30:00+", "0999", "2026-04-1", "2026-04-12x"}) {
    EXPECT_EQ(first(bad), "none") << bad;
  }
}

}  // namespace
}  // namespace factbox
