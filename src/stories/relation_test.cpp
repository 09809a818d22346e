#include "stories/relation.h"

#include <gtest/gtest.h>

#include <chrono>

namespace factbox::stories {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr WordKey kStorm = 1;
constexpr WordKey kPeople = 2;
constexpr WordKey kKill = 3;
constexpr WordKey kOpen = 4;
constexpr WordKey kClose = 5;
constexpr WordKey kOster = 6;

/// "The storm has killed 19 people in Oster", told on a day of February.
Proposition killed(double number, int day) {
  Proposition made;
  for (const auto key : {kStorm, kPeople, kKill, kOster}) {
    made.words.push_back({key, WordKind::noun, 0, 1});
  }
  CountedThing counted;
  counted.low = counted.high = number;
  counted.unit = kPeople;
  counted.event = kKill;
  counted.people = true;
  made.counts = {counted};
  made.predicate = kKill;
  made.perfect = true;
  if (day > 0) {
    made.published_first = sys_days{std::chrono::year{2031} / 2 / day};
    made.published_past = *made.published_first + days{1};
  }
  return made;
}

/// "The storm opened Oster", "… closed …".
Proposition moved(WordKey how, WordKey opposite, int day) {
  auto made = killed(0, day);
  made.counts.clear();
  made.perfect = false;
  made.predicate = how;
  made.opposite = opposite;
  made.subjects = {kStorm};
  made.objects = {kOster};
  return made;
}

TEST(Relate, TheLaterCountIsTheNewOneEvenIfItIsLower) {
  const auto related = relate(killed(21, 4), killed(19, 6));
  EXPECT_EQ(related.relation, Relation::update);
  EXPECT_TRUE(related.second_newer);
  EXPECT_FALSE(relate(killed(19, 6), killed(21, 4)).second_newer);
}

TEST(Relate, OfTwoCountsWithoutADayTheHigherIsTheNewOne) {
  EXPECT_TRUE(relate(killed(19, 0), killed(21, 0)).second_newer);
  EXPECT_FALSE(relate(killed(21, 0), killed(19, 0)).second_newer);
}

TEST(Relate, WhatWasOpenedMayBeClosedDaysLater) {
  EXPECT_EQ(relate(moved(kOpen, kClose, 4), moved(kClose, kOpen, 4)).kind,
            ContradictionKind::negation);
  EXPECT_NE(relate(moved(kOpen, kClose, 4), moved(kClose, kOpen, 8)).relation,
            Relation::contradiction);
}

}  // namespace
}  // namespace factbox::stories
