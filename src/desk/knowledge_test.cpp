#include "desk/knowledge.h"

#include <gtest/gtest.h>

namespace factbox::desk {
namespace {

TEST(Knowledge, SaysWhatIsMissing) {
  const auto loaded =
      Knowledge::load({.data = "data", .models = "no/such", .depth = Depth::words}, OneByOne{});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::unavailable);
  EXPECT_FALSE(Knowledge::load({.data = "no/such"}, OneByOne{}));
}

TEST(Knowledge, IsKeptByLanguage) {
  const auto loaded = Knowledge::load({.data = "data", .depth = Depth::stories}, OneByOne{});
  ASSERT_TRUE(loaded) << loaded.error().what;
  const Knowledge& knowledge = **loaded;
  ASSERT_NE(knowledge.of("en"), nullptr);
  EXPECT_EQ(knowledge.of("en")->about.name, "English");
  EXPECT_EQ(knowledge.of("en-GB"), knowledge.of("en"));
  EXPECT_EQ(knowledge.of(""), knowledge.of("en"));
  EXPECT_EQ(knowledge.of("xx"), nullptr);
  EXPECT_EQ(knowledge.of("e"), nullptr);
}

TEST(Knowledge, LoadsNoMoreThanIsAskedFor) {
  const auto loaded = Knowledge::load({.data = "data", .depth = Depth::stories}, OneByOne{});
  ASSERT_TRUE(loaded) << loaded.error().what;
  const auto english = (*loaded)->of("en");
  EXPECT_NE(english->stories, nullptr);
  EXPECT_EQ(english->language, nullptr);
  EXPECT_EQ(english->meanings, nullptr);
}

}  // namespace
}  // namespace factbox::desk
