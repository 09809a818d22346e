#include "reports/report_pairs.h"

#include <gtest/gtest.h>

#include <memory>

namespace factbox::reports {
namespace {

ReadPairs read(std::string lines) {
  sources::Delivery delivery{"pairs.jsonl", sources::Came::from_memory,
                             sources::stream_of(std::move(lines))};
  return read_pairs(delivery, ReadingTables{}, ReadOptions{});
}

TEST(ReportPairs, AreReadLineByLine) {
  const ReadPairs pairs = read(
      R"({"id":"p1","a":{"text":"One ferry.","published":"2026-04-12"},"b":{"title":"Two ferries"}})"
      "\n\n"
      R"({"a":{"text":"x"},"b":{"text":"y"}})"
      "\n");
  ASSERT_EQ(pairs.pairs.size(), 2U);
  EXPECT_TRUE(pairs.troubles.empty());
  EXPECT_EQ(pairs.pairs[0].id, "p1");
  EXPECT_EQ(pairs.pairs[0].a->text, "One ferry.");
  EXPECT_TRUE(pairs.pairs[0].a->published_at.has_value());
  EXPECT_EQ(pairs.pairs[0].b->title, "Two ferries");
  EXPECT_EQ(pairs.pairs[1].id, "3");
}

TEST(ReportPairs, WhatCannotBeUsedIsToldAndTheRestIsUsed) {
  const ReadPairs pairs = read(
      "{\"id\":1,\"a\":{\"text\":\"x\"}}\n"
      "no json\n"
      "{\"id\":2,\"a\":{\"text\":7},\"b\":{\"text\":\"y\"}}\n"
      "{\"id\":3,\"a\":{\"text\":\"x\"},\"b\":{\"text\":\"y\"}}");
  ASSERT_EQ(pairs.pairs.size(), 1U);
  EXPECT_EQ(pairs.pairs[0].id, "3");
  ASSERT_EQ(pairs.troubles.size(), 3U);
  EXPECT_EQ(pairs.troubles[0].line, 1U);
  EXPECT_NE(pairs.troubles[0].error.what.find("\"b\""), std::string::npos);
  EXPECT_EQ(pairs.troubles[1].line, 2U);
  EXPECT_EQ(pairs.troubles[2].line, 3U);
}

}  // namespace
}  // namespace factbox::reports
