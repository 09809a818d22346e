#include "cli/typed_time.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "reports/printed_date.h"

namespace factbox::cli {
namespace {

class TypedTime : public ::testing::Test {
 protected:
  /// "2026-04-16T00:00:00Z 2026-04-17T00:00:00Z": where the time begins and what comes after it.
  static std::string read(std::string_view words, const Zone& zone = Zone{}) {
    const auto dates = reports::DateWords::load("data/en/dates.tsv");
    const auto now = read_time("2026-05-01T23:30:15Z")->first;
    const auto time = read_typed_time(words, {*dates, zone, now});
    return time ? to_iso(time->first) + " " + to_iso(time->past) : time.error().what;
  }
};

TEST_F(TypedTime, IsReadAsReportsAndPagesPrintIt) {
  constexpr auto kDay = "2026-04-16T00:00:00Z 2026-04-17T00:00:00Z";
  for (const auto* words :
       {"2026-04-16", "16 April 2026", "April 16, 2026", "16 apr 2026", " 16 April 2026 "}) {
    EXPECT_EQ(read(words), kDay) << words;
  }
  constexpr auto kMoment = "2026-04-16T13:45:00Z 2026-04-16T13:45:01Z";
  for (const auto* words :
       {"16 April 2026, 13:45 UTC", "2026-04-16T13:45Z", "16 April 2026, 17:15 UTC+3:30",
        "16 April 2026, 08:45 UTC−5", "16 April 2026, 13:45"}) {
    EXPECT_EQ(read(words), kMoment) << words;
  }
  EXPECT_EQ(read("April 2026"), "2026-04-01T00:00:00Z 2026-05-01T00:00:00Z");
}

TEST_F(TypedTime, GoesByTheClockWhereThatIsMeant) {
  EXPECT_EQ(read("now"), "2026-05-01T23:30:15Z 2026-05-01T23:30:16Z");
  EXPECT_EQ(read("Today"), "2026-05-01T00:00:00Z 2026-05-02T00:00:00Z");
  EXPECT_EQ(read("yesterday"), "2026-04-30T00:00:00Z 2026-05-01T00:00:00Z");
  EXPECT_EQ(read("today", *Zone::read("+3")), "2026-05-02T00:00:00Z 2026-05-03T00:00:00Z");
}

TEST_F(TypedTime, SaysHowTimesAreWritten) {
  for (const auto* words : {"soon", "", "31 April 2026", "4/5/2026", "16 April 2026 or so"}) {
    EXPECT_NE(read(words).find("16 April 2026, April 2026"), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace factbox::cli
