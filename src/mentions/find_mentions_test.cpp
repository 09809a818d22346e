#include "mentions/find_mentions.h"

#include <gtest/gtest.h>

namespace factbox::mentions {
namespace {

TEST(MentionTables, AreReadWhole) {
  const auto tables = load_mention_tables("data/en");
  ASSERT_TRUE(tables) << tables.error().what;
  const KnownName* tehran = tables->names.known("Tehran");
  ASSERT_NE(tehran, nullptr);
  EXPECT_EQ(tehran->of, "Iran");
  EXPECT_EQ(tables->names.known("Omani")->of, "Oman");
  EXPECT_EQ(tables->names.known("tehran"), nullptr);
}

TEST(MentionTables, SayWhatIsMissing) {
  const auto tables = load_mention_tables("no/such/folder");
  ASSERT_FALSE(tables);
  EXPECT_EQ(tables.error().kind, ErrorKind::unavailable);
}

TEST(FindMentions, FindsNothingInNothing) {
  const auto tables = load_mention_tables("data/en");
  ASSERT_TRUE(tables);
  const texts::Sheet empty;
  const Mentions mentions =
      find_mentions(reports::Report{}, empty, empty, *tables, reports::Outlets{});
  EXPECT_TRUE(mentions.times.empty());
  EXPECT_TRUE(mentions.figures.empty());
  EXPECT_TRUE(mentions.names.empty());
}

}  // namespace
}  // namespace factbox::mentions
