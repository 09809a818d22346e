#include "outputs/dates.h"

#include <gtest/gtest.h>

namespace factbox::outputs {
namespace {

using std::chrono::minutes;

TEST(PrintDate, WritesWhatIsKnownAndNoMore) {
  EXPECT_EQ(print_date("2026-04-12T05:00:00Z", minutes{0}), "12 April 2026, 05:00 UTC");
  EXPECT_EQ(print_date("2026-04-12", minutes{0}), "12 April 2026");
  EXPECT_EQ(print_date("2026-04", minutes{0}), "April 2026");
  EXPECT_EQ(print_date("2026", minutes{0}), "2026");
}

TEST(PrintDate, MovesMomentsIntoTheReadersZone) {
  EXPECT_EQ(print_date("2026-04-12T22:00:00Z", minutes{210}), "13 April 2026, 01:30 UTC+3:30");
  EXPECT_EQ(print_date("2026-04-12T01:00:00+03:30", minutes{-300}), "11 April 2026, 16:30 UTC−5");
  EXPECT_EQ(print_date("2026-04-12", minutes{210}), "12 April 2026");
}

TEST(PrintDate, LeavesWhatItCannotReadAlone) {
  EXPECT_EQ(print_date("XXXX-WXX-5", minutes{0}), "XXXX-WXX-5");
}

}  // namespace
}  // namespace factbox::outputs
