#include "cli/zone.h"

#include <gtest/gtest.h>

namespace factbox::cli {
namespace {

long minutes(const std::string& written) {
  const auto zone = read_zone(written);
  return zone ? zone->count() : 9999;
}

TEST(ReadZone, TakesOffsetsInTheirUsualForms) {
  EXPECT_EQ(minutes("UTC"), 0);
  EXPECT_EQ(minutes("+03:30"), 210);
  EXPECT_EQ(minutes("-5"), -300);
  EXPECT_EQ(minutes("+0530"), 330);
}

TEST(ReadZone, RefusesWhatIsNone) {
  for (const auto* bad : {"", "Tehran", "+25:00", "+03:75", "3", "+", "-12345", "+1:2:3:4x"}) {
    EXPECT_EQ(minutes(bad), 9999) << bad;
  }
}

}  // namespace
}  // namespace factbox::cli
