#include "reports/pages/names.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::reports::pages {
namespace {

std::string names(std::string_view byline) {
  std::string all;
  static const PageRules rules = PageRules::load("data/en").value();
  for (const std::string& name : split_names(byline, rules)) {
    all += "[" + name + "]";
  }
  return all;
}

TEST(Names, AreCutFromABylineOfAnyForm) {
  EXPECT_EQ(names("By Ann Lee"), "[Ann Lee]");
  EXPECT_EQ(names("BY ANN LEE and Bo Ek"), "[ANN LEE][Bo Ek]");
  EXPECT_EQ(names("Written by: Ann Lee, Bo Ek & Cy Fox | Harbour Wire"),
            "[Ann Lee][Bo Ek][Cy Fox][Harbour Wire]");
  EXPECT_EQ(names("Ann Lee, Ann Lee"), "[Ann Lee]");
}

TEST(Names, RolesDesksAndPlacesAreNone) {
  EXPECT_EQ(names("By Ann Lee, Chief Ferry Correspondent, Island Sea, Shore, and Boats Desk"),
            "[Ann Lee]");
  EXPECT_EQ(names("Ann Lee, Senior Editor, Bo Ek, Reporter"), "[Ann Lee][Bo Ek]");
  EXPECT_EQ(names("By Ann Lee in Muscat and Bo Ek in Aden"), "[Ann Lee][Bo Ek]");
  EXPECT_EQ(names("Ferries Desk"), "[Ferries Desk]");
  EXPECT_EQ(names("Ann Lee (ale);Bo Ek"), "[Ann Lee][Bo Ek]");
  EXPECT_EQ(names("Made in Aden"), "[Made in Aden]");
}

TEST(Names, AddressesAndTimesAreNone) {
  EXPECT_EQ(names("https://bell.example/ann"), "");
  EXPECT_EQ(names("Ann Lee, ann@bell.example, 12:30"), "[Ann Lee]");
  EXPECT_EQ(names(""), "");
  EXPECT_EQ(names("By "), "");
  EXPECT_EQ(names(std::string(100, 'a')), "");
}

}  // namespace
}  // namespace factbox::reports::pages
