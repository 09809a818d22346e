#include "factboxes/lines/printed_dates.h"

#include <gtest/gtest.h>

namespace factbox::factboxes {
namespace {

std::string printed(std::string_view value, bool always_year = false) {
  const auto date = print_timex(value, 2031, always_year);
  return date ? date->preposition + " " + date->words : "none";
}

TEST(PrintTimex, PrintsDaysWithoutTheCurrentYear) {
  EXPECT_EQ(printed("2031-02-05"), "on 5 February");
  EXPECT_EQ(printed("2029-02-05"), "on 5 February 2029");
  EXPECT_EQ(printed("2031-02-05", true), "on 5 February 2031");
  EXPECT_EQ(printed("2031-02-05T14:30"), "on 5 February");
  EXPECT_EQ(printed("2031-02-05TEV"), "on the evening of 5 February");
}

TEST(PrintTimex, PrintsLongerTimes) {
  EXPECT_EQ(printed("2031-W02"), "in the week of 6 January");
  EXPECT_EQ(printed("2031-W01"), "in the week of 30 December 2030");
  EXPECT_EQ(printed("2031-02"), "in February 2031");
  EXPECT_EQ(printed("2030"), "in 2030");
  EXPECT_EQ(printed("2030-SU"), "in the summer of 2030");
  EXPECT_EQ(printed("2030-Q3"), "in the third quarter of 2030");
}

TEST(PrintTimex, PrintsNoDateForWhatIsNone) {
  for (const auto* value : {"P3D", "PRESENT_REF", "203", "2031-02-30", "2031-W60", "", "XXXX-05"}) {
    EXPECT_EQ(printed(value), "none") << value;
    EXPECT_EQ(to_edtf(value), "") << value;
  }
}

TEST(ToEdtf, GivesWeeksAsIntervalsAndSeasonsByNumber) {
  EXPECT_EQ(to_edtf("2031-02-05TEV"), "2031-02-05");
  EXPECT_EQ(to_edtf("2031-02"), "2031-02");
  EXPECT_EQ(to_edtf("2031-W02"), "2031-01-06/2031-01-12");
  EXPECT_EQ(to_edtf("2030-SU"), "2030-22");
  EXPECT_EQ(to_edtf("2030-Q1"), "2030-33");
}

}  // namespace
}  // namespace factbox::factboxes
