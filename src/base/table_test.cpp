#include "base/table.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

TEST(Table, ReadsRowsAndLeavesNotesOut) {
  const auto table =
      Table::read("word\tkind\n# months\n\nmay \tmonth\r\nday\n", "t", {"word", "kind"});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->size(), 2U);
  EXPECT_EQ(table->row(0)[0], "may");
  EXPECT_EQ(table->row(0)[1], "month");
  EXPECT_EQ(table->row(1)[1], "");
  EXPECT_EQ(table->line(0), 4U);
}

TEST(Table, SaysWhichLineIsWrong) {
  const auto wide = Table::read("word\tkind\na\tb\tc\n", "units.tsv", {"word", "kind"});
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.error().what, "units.tsv, line 2: 3 cells, 2 columns");
  EXPECT_FALSE(Table::read("word\n", "t", {"word", "kind"}));
  EXPECT_FALSE(Table::read("", "t", {"word"}));
}

TEST(Table, SaysThatAFileIsMissing) {
  const auto none = Table::load("no/such.tsv", {"word"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::unavailable);
}

TEST(Table, KeepsItsTextWhenCopied) {
  Table copy;
  { copy = *Table::read("word\nmissile\n", "t", {"word"}); }
  EXPECT_EQ(copy.row(0)[0], "missile");
}

TEST(SplitCell, LeavesEmptyValuesOut) {
  EXPECT_EQ(split_cell("a; b;;c", ';'), (std::vector<std::string_view>{"a", "b", "c"}));
  EXPECT_TRUE(split_cell("", ';').empty());
}

}  // namespace
}  // namespace factbox
