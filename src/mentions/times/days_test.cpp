#include "mentions/times/days.h"

#include <gtest/gtest.h>

namespace factbox::mentions {
namespace {

TEST(Days, WeeksAreThoseOfIso) {
  EXPECT_EQ(week_span(day_in(2026, 4, 12)).value, "2026-W15");
  EXPECT_EQ(week_span(day_in(2021, 1, 3)).value, "2020-W53");
  EXPECT_EQ(weekend_span(day_in(2026, 4, 8)).value, "2026-W15-WE");
  EXPECT_EQ(weekend_span(day_in(2026, 4, 8)).first, day_in(2026, 4, 11));
}

TEST(Days, MonthsKeepTheDayWhereTheyHaveIt) {
  EXPECT_EQ(add_months(day_in(2026, 1, 31), 1), day_in(2026, 2, 28));
  EXPECT_EQ(add_months(day_in(2026, 1, 15), -2), day_in(2025, 11, 15));
}

TEST(Days, HolidaysFollowTheirRules) {
  EXPECT_EQ(day_span(holiday_in(2026, "easter+0")).value, "2026-04-05");
  EXPECT_EQ(day_span(holiday_in(2025, "11-4x4")).value, "2025-11-27");
  EXPECT_EQ(day_span(holiday_in(2025, "05-1xL")).value, "2025-05-26");
  EXPECT_EQ(day_span(holiday_in(2025, "12-25")).value, "2025-12-25");
}

TEST(Days, LongSpansAreWrittenAsTimexDoes) {
  EXPECT_EQ(quarter_span(2026, 3).value, "2026-Q3");
  EXPECT_EQ(decade_span(198).value, "198");
  EXPECT_EQ(century_span(19).value, "19");
  EXPECT_EQ(season_span(2025, "WI").past, day_in(2026, 3, 1));
}

}  // namespace
}  // namespace factbox::mentions
