#include "base/word_lists.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

enum class Lists : std::uint8_t { tells, says };
constexpr std::array<std::string_view, 2> kNames{"tells", "says"};

Result<WordLists<Lists>> read(const char* rows) {
  FB_TRY(table, Table::read(std::string{"list\twords\n"} + rows, "lists.tsv", {"list", "words"}));
  return WordLists<Lists>::read(table, kNames);
}

TEST(WordListsTest, AWordMayStandOnTwoListsAndAListInTwoRows) {
  const auto lists = read("tells\ttell inform\nsays\tsay tell\ntells\tbrief\n");
  ASSERT_TRUE(lists);
  EXPECT_TRUE(lists->holds(Lists::tells, "tell"));
  EXPECT_TRUE(lists->holds(Lists::says, "tell"));
  EXPECT_TRUE(lists->holds(Lists::tells, "brief"));
  EXPECT_FALSE(lists->holds(Lists::says, "brief"));
  EXPECT_FALSE(lists->holds(Lists::says, ""));
}

TEST(WordListsTest, AnUnknownOrAMissingListIsAnError) {
  EXPECT_FALSE(read("tells\ttell\nsays\tsay\nshouts\tshout\n"));
  EXPECT_FALSE(read("tells\ttell\n"));
}

}  // namespace
}  // namespace factbox
