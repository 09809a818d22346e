#include "base/zone.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

using std::chrono::minutes;

Instant at(std::string_view iso) {
  return read_time(iso)->first;
}

long offset(std::string_view written, std::string_view iso = "2026-01-15T12:00:00Z") {
  const auto zone = Zone::read(written);
  return zone ? zone->offset_at(at(iso)).count() : 9999;
}

std::string why(std::string_view written) {
  const auto zone = Zone::read(written);
  return zone ? "" : zone.error().what;
}

TEST(Zone, TakesOffsetsInTheirUsualForms) {
  EXPECT_EQ(offset("UTC"), 0);
  EXPECT_EQ(offset("utc"), 0);
  EXPECT_EQ(offset("+03:30"), 210);
  EXPECT_EQ(offset("-5"), -300);
  EXPECT_EQ(offset("+0530"), 330);
  EXPECT_EQ(offset("UTC+3:30"), 210);
  EXPECT_EQ(offset("UTC−5"), -300);
}

TEST(Zone, TakesNamesAndGoesBySummerTime) {
  EXPECT_EQ(offset("Europe/Paris", "2026-01-15T12:00:00Z"), 60);
  EXPECT_EQ(offset("Europe/Paris", "2026-07-15T12:00:00Z"), 120);
  EXPECT_EQ(offset("europe/paris"), 60);
  EXPECT_EQ(offset("America/New York"), -300);
  EXPECT_EQ(offset("CET", "2026-07-15T12:00:00Z"), 120);
  EXPECT_EQ(offset("Asia/Kathmandu"), 345);
}

TEST(Zone, RefusesWhatIsNoneAndNamesWhatIsAlike) {
  for (const auto* bad : {"", "Nowhere", "+25:00", "+03:75", "3", "+", "-12345", "+1:2:3:4x",
                          "Europe/Nowhere", "IST", "BST", "+3:5", "Etc/Unknown "}) {
    EXPECT_EQ(offset(bad), 9999) << bad;
  }
  EXPECT_NE(why("Tehran").find("Asia/Tehran"), std::string::npos) << why("Tehran");
}

TEST(Zone, IsNamedInOneWay) {
  const Instant winter = at("2026-01-15T12:00:00Z");
  EXPECT_EQ(Zone{}.name_at(winter), "UTC");
  EXPECT_EQ(Zone{minutes{210}}.name_at(winter), "UTC+3:30");
  EXPECT_EQ(Zone{minutes{-300}}.name_at(winter), "UTC−5");
  EXPECT_EQ(Zone::read("Europe/Paris")->name_at(at("2026-07-15T12:00:00Z")), "UTC+2");
}

TEST(Zone, EndsADayWhereItsClocksDo) {
  const auto ends = [](std::string_view zone, std::string_view day) {
    return to_iso(Zone::read(zone)->here(*read_time(day)).past);
  };
  EXPECT_EQ(ends("UTC", "2026-04-15"), "2026-04-16T00:00:00Z");
  EXPECT_EQ(ends("+12", "2026-04-15"), "2026-04-15T12:00:00Z");
  EXPECT_EQ(ends("Europe/Paris", "2026-07-31"), "2026-07-31T22:00:00Z");
  EXPECT_EQ(ends("Europe/Paris", "2026"), "2026-12-31T23:00:00Z");
  EXPECT_EQ(ends("Europe/Paris", "2026-07-31T10:00:00Z"), "2026-07-31T10:00:01Z");
}

TEST(Zone, FindsTheMomentOfWhatClocksShow) {
  const Zone paris = Zone::read("Europe/Paris").value();
  const auto shown = [&](std::string_view wall) {
    return to_iso(paris.moment_of(std::chrono::local_seconds{at(wall).time_since_epoch()}));
  };
  EXPECT_EQ(shown("2026-03-29T01:59:59Z"), "2026-03-29T00:59:59Z");
  EXPECT_EQ(shown("2026-03-29T02:30:00Z"), "2026-03-29T01:30:00Z");  // skipped
  EXPECT_EQ(shown("2026-03-29T03:00:00Z"), "2026-03-29T01:00:00Z");
  EXPECT_EQ(shown("2026-10-25T02:30:00Z"), "2026-10-25T00:30:00Z");  // shown twice
  EXPECT_EQ(shown("2026-10-25T03:00:00Z"), "2026-10-25T02:00:00Z");
}

}  // namespace
}  // namespace factbox
