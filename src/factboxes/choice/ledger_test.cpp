#include "factboxes/choice/ledger.h"

#include <gtest/gtest.h>

#include <chrono>

namespace factbox::factboxes {
namespace {

Count count(double number, std::string outlet, int day) {
  Count made;
  made.thing.low = made.thing.high = number;
  made.told.outlet = std::move(outlet);
  if (day > 0) {
    made.at = std::chrono::sys_days{std::chrono::year{2031} / 2 / day};
  }
  return made;
}

TEST(Overtakes, AHigherCountThatIsLater) {
  EXPECT_TRUE(overtakes(count(19, "Norpress", 6), count(12, "Tidal Post", 5)));
  EXPECT_FALSE(overtakes(count(19, "Norpress", 5), count(12, "Tidal Post", 6)));
  EXPECT_FALSE(overtakes(count(19, "Norpress", 0), count(12, "Tidal Post", 0))) << "no days";
}

TEST(Overtakes, ALowerOneByTheSameOnly) {
  EXPECT_TRUE(overtakes(count(9, "Norpress", 6), count(12, "Norpress", 5)));
  EXPECT_FALSE(overtakes(count(9, "Norpress", 6), count(12, "Tidal Post", 5)));
}

TEST(Overtakes, TheSameAgainIsNoNewCount) {
  EXPECT_FALSE(overtakes(count(12, "Norpress", 6), count(12, "Norpress", 5)));
}

}  // namespace
}  // namespace factbox::factboxes
