#include "outputs/dates.h"

#include <gtest/gtest.h>

namespace factbox::outputs {
namespace {

using std::chrono::minutes;

TEST(PrintDate, WritesWhatIsKnownAndNoMore) {
  EXPECT_EQ(print_date("2026-04-12T05:00:00Z", Zone{}), "12 April 2026, 05:00 UTC");
  EXPECT_EQ(print_date("2026-04-12", Zone{}), "12 April 2026");
  EXPECT_EQ(print_date("2026-04", Zone{}), "April 2026");
  EXPECT_EQ(print_date("2026", Zone{}), "2026");
}

TEST(PrintDate, MovesMomentsIntoTheReadersZone) {
  EXPECT_EQ(print_date("2026-04-12T22:00:00Z", Zone{minutes{210}}),
            "13 April 2026, 01:30 UTC+3:30");
  EXPECT_EQ(print_date("2026-04-12T01:00:00+03:30", Zone{minutes{-300}}),
            "11 April 2026, 16:30 UTC−5");
  EXPECT_EQ(print_date("2026-04-12", Zone{minutes{210}}), "12 April 2026");
}

TEST(PrintDate, GoesBySummerTime) {
  const Zone paris = Zone::read("Europe/Paris").value();
  EXPECT_EQ(print_date("2026-01-12T12:00:00Z", paris), "12 January 2026, 13:00 UTC+1");
  EXPECT_EQ(print_date("2026-07-12T12:00:00Z", paris), "12 July 2026, 14:00 UTC+2");
}

TEST(PrintDate, LeavesWhatItCannotReadAlone) {
  EXPECT_EQ(print_date("XXXX-WXX-5", Zone{}), "XXXX-WXX-5");
}

}  // namespace
}  // namespace factbox::outputs
