#include "reports/printed_date.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/instant.h"

namespace factbox::reports {
namespace {

const DateWords& english() {
  static const DateWords words = DateWords::load("data/en/dates.tsv").value();
  return words;
}

std::string iso(std::string_view words) {
  const auto found = english().find(words);
  return found ? found->iso : "";
}

TEST(PrintedDate, IsReadInManyForms) {
  EXPECT_EQ(iso("12 April 2026"), "2026-04-12");
  EXPECT_EQ(iso("April 12, 2026"), "2026-04-12");
  EXPECT_EQ(iso("Apr. 12, 2026"), "2026-04-12");
  EXPECT_EQ(iso("Sunday, April 12th, 2026"), "2026-04-12");
  EXPECT_EQ(iso("the 1st of May, 2026"), "2026-05-01");
  EXPECT_EQ(iso("12-Apr-2026"), "2026-04-12");
  EXPECT_EQ(iso("2026-04-12"), "2026-04-12");
  EXPECT_EQ(iso("2026/4/12"), "2026-04-12");
  EXPECT_EQ(iso("12.4.2026"), "2026-04-12");
  EXPECT_EQ(iso("25/12/2026"), "2026-12-25");
  EXPECT_EQ(iso("12/25/2026"), "2026-12-25");
}

TEST(PrintedDate, TakesTheTimeOfDayAsFarAsItIsPrinted) {
  EXPECT_EQ(iso("April 12, 2026 8:30 AM EDT"), "2026-04-12T08:30:00-04:00");
  EXPECT_EQ(iso("April 12, 2026 at 8:30 p.m. GMT"), "2026-04-12T20:30:00+00:00");
  EXPECT_EQ(iso("12 April 2026, 12:05 am"), "2026-04-12T00:05:00");
  EXPECT_EQ(iso("Sun Apr 12 08:30:00 CEST 2026"), "2026-04-12T08:30:00+02:00");
  EXPECT_EQ(iso("Apr 12 08:30, then 5 May 2026"), "2026-05-05");
  EXPECT_EQ(iso("2026-04-12T08:30:15.250Z"), "2026-04-12T08:30:15+00:00");
  EXPECT_EQ(iso("2026-04-12 08:30 +03:30"), "2026-04-12T08:30:00+03:30");
  EXPECT_EQ(iso("Sun, 12 Apr 2026 08:30:00 GMT"), "2026-04-12T08:30:00+00:00");
  EXPECT_EQ(iso("Sun Apr 12 2026 08:30:00 GMT+0200"), "2026-04-12T08:30:00+02:00");
  EXPECT_EQ(iso("12 April 2026 26:30"), "2026-04-12");
}

TEST(PrintedDate, WhatIsNotWholeIsNone) {
  for (const char* words : {"", "April 2026", "2026", "12 April", "4/5/2026", "31 April 2026",
                            "30 February 2026", "45 April 2026", "12.4", "version 1.2.30456"}) {
    EXPECT_EQ(iso(words), "") << words;
  }
}

TEST(PrintedDate, SaysWhereItStands) {
  const auto found = english().find("Updated on 12 April 2026, 08:30 UTC by staff");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->begin, 0U);
  EXPECT_EQ(found->end, 35U);
}

TEST(PrintedDate, WhatItGivesIsATimeWhateverTheWords) {
  constexpr std::string_view kParts[] = {"12", "April", "2026", ",",    ":", "30", "-", "+", ".",
                                         "am", "GMT",   "/",    "0330", "T", "st", " ", "99"};
  std::minstd_rand random{5};
  for (int round = 0; round < 20'000; ++round) {
    std::string words;
    for (std::size_t i = random() % 12; i > 0; --i) {
      words += kParts[random() % std::size(kParts)];
      words += random() % 2 == 0 ? " " : "";
    }
    if (const auto found = english().find(words)) {
      ASSERT_TRUE(read_time(found->iso)) << words << " -> " << found->iso;
      ASSERT_LE(found->end, words.size());
    }
  }
}

TEST(PrintedDate, ATableWithOtherRowsIsRefused) {
  const auto table =
      Table::read("word\tkind\tvalue\nmonday\tday\t1\n", "dates.tsv", {"word", "kind", "value"});
  EXPECT_EQ(DateWords::from(table.value()).error().kind, ErrorKind::malformed);
}

}  // namespace
}  // namespace factbox::reports
