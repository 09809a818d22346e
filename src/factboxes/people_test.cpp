#include "factboxes/people.h"

#include <gtest/gtest.h>

#include "factboxes/one_report_test.h"

namespace factbox::factboxes {
namespace {

/// The people of a story of one report.
People people_of(const std::string& text) {
  const OneReport one("", text);
  return {one.story, one.reports};
}

/// A surname that is a town's name as well means whom or what it mostly means.
TEST(People, KnowWhatAWordMostlyMeans) {
  const auto people = people_of(
      "Mayor Ina Voss flew home. Voss told reporters that the pier was safe. The ship sailed to "
      "Paris.");
  EXPECT_TRUE(people.mostly_person("voss"));
  EXPECT_FALSE(people.mostly_person("paris"));
  EXPECT_FALSE(people.mostly_person("oster"));
}

}  // namespace
}  // namespace factbox::factboxes
