#include "desk/near_names.h"

#include <gtest/gtest.h>

namespace factbox::desk {
namespace {

using Names = std::vector<std::string>;

TEST(NearNames, DifferInFewLettersOrHaveTheWords) {
  const std::vector<CountedName> names{
      {"Marek Velkar", 3}, {"Oster", 2}, {"Osten", 9}, {"Kalvania", 4}, {"Tidal Post", 1}};
  EXPECT_EQ(near_names("Velkar", names), Names{"Marek Velkar"});
  EXPECT_EQ(near_names("Marek Velker", names), Names{"Marek Velkar"});
  EXPECT_EQ(near_names("Kalvaina", names), Names{"Kalvania"});
  EXPECT_EQ(near_names("Ostes", names), (Names{"Osten", "Oster"}));
  EXPECT_EQ(near_names("The Tidal Post", names), Names{"Tidal Post"});
  EXPECT_EQ(near_names("oster", names), Names{"Osten"});
  EXPECT_EQ(near_names("volcano", names), Names{});
  EXPECT_EQ(near_names("", names), Names{});
}

TEST(NearNames, KnowLettersBeyondAscii) {
  const std::vector<CountedName> names{{"Ömer Çelik", 1}};
  EXPECT_EQ(near_names("ÖMER ÇELIC", names), Names{"Ömer Çelik"});
}

TEST(AsChoice, PutsOrBeforeTheLast) {
  EXPECT_EQ(as_choice(Names{}), "");
  EXPECT_EQ(as_choice(Names{"a"}), "“a”");
  EXPECT_EQ(as_choice(Names{"a", "b", "c"}), "“a”, “b” or “c”");
}

}  // namespace
}  // namespace factbox::desk
