#include "stories/counts.h"

#include <gtest/gtest.h>

namespace factbox::stories {
namespace {

using mentions::Bound;

constexpr WordKey kPeople = 1;
constexpr WordKey kKill = 2;
constexpr WordKey kWound = 3;
constexpr WordKey kHoms = 4;
constexpr WordKey kIdlib = 5;

CountedThing killed(double number, Bound bound = Bound::equal, bool at_least = false) {
  CountedThing counted;
  counted.low = counted.high = number;
  counted.bound = bound;
  counted.at_least = at_least;
  counted.unit = kPeople;
  counted.event = kKill;
  counted.people = true;
  return counted;
}

TEST(Counts, PlainFiguresClash) {
  EXPECT_FALSE(can_both_be(killed(21), killed(19)));
  EXPECT_TRUE(can_both_be(killed(21), killed(21)));
}

TEST(Counts, ABoundLeavesRoomButNotInATollAsItStands) {
  EXPECT_TRUE(can_both_be(killed(800, Bound::above), killed(836)));
  EXPECT_FALSE(can_both_be(killed(800, Bound::above), killed(700)));
  EXPECT_FALSE(can_both_be(killed(21, Bound::above, true), killed(30)));
  EXPECT_TRUE(can_both_be(killed(300, Bound::below), killed(120)));
  EXPECT_TRUE(can_both_be(killed(50, Bound::about), killed(53)));
  EXPECT_FALSE(can_both_be(killed(50, Bound::about), killed(70)));
}

TEST(Counts, RoundFiguresMeetExactOnes) {
  EXPECT_TRUE(can_both_be(killed(7000), killed(7089)));
  EXPECT_FALSE(can_both_be(killed(7012), killed(7089)));
}

TEST(Counts, WhatBefellThemAndWhereTellsCountsApart) {
  CountedThing wounded = killed(40);
  wounded.event = kWound;
  EXPECT_FALSE(count_one_thing(killed(12), wounded));
  CountedThing in_homs = killed(13);
  CountedThing in_idlib = killed(28);
  in_homs.beside = {kHoms};
  in_idlib.beside = {kIdlib};
  EXPECT_FALSE(count_one_thing(in_homs, in_idlib));
  EXPECT_TRUE(count_one_thing(in_homs, killed(28)));
}

TEST(Counts, ARiseIsNotAnAmount) {
  EXPECT_FALSE(count_one_thing(killed(12, Bound::up), killed(12)));
}

TEST(Counts, FiguresThatAgreeArePairedBeforeThoseThatClash) {
  const std::vector<CountedThing> first{killed(5), killed(9)};
  const std::vector<CountedThing> second{killed(9), killed(5)};
  const CountsCompared same = compare_counts(first, second);
  EXPECT_EQ(same.equal, 2U);
  EXPECT_EQ(same.clashes, 0U);
  const CountsCompared grown = compare_counts(first, std::vector<CountedThing>{killed(12)});
  EXPECT_EQ(grown.clashes, 1U);
  EXPECT_EQ(grown.alone, 1U);
  EXPECT_TRUE(grown.grows);
  EXPECT_FALSE(grown.shrinks);
}

}  // namespace
}  // namespace factbox::stories
