#include "factboxes/lines/pieces.h"

#include <gtest/gtest.h>

namespace factbox::factboxes {
namespace {

TEST(Pieces, ALineBeginsWithACapitalOfAnyAlphabet) {
  EXPECT_EQ(text_of({frame("the pier is shut")}), "The pier is shut.");
  EXPECT_EQ(text_of({frame("élan is all")}), "Élan is all.");
}

TEST(Pieces, WhatAWrongEncodingMadeOfAMarkIsNoLetter) {
  EXPECT_EQ(text_of({frame("\xC3\xA2\xC2\x80\xC2\x9CWe go on.")}),
            "\xC3\xA2\xC2\x80\xC2\x9CWe go on.");
}

TEST(Pieces, AnAbbreviationKeepsItsStopBeforeAComma) {
  EXPECT_EQ(text_of({frame("the pier opened at 6 a.m., Norpress reported")}),
            "The pier opened at 6 a.m., Norpress reported.");
  EXPECT_EQ(text_of({frame("the pier opens at 6 a.m.")}), "The pier opens at 6 a.m.");
}

TEST(Pieces, NoTwoMarksAndNoneAtTheEnd) {
  EXPECT_EQ(text_of({frame("the pier,"), frame(", shut since May,")}), "The pier, shut since May.");
  EXPECT_EQ(text_of({frame("the pier:"), frame(", shut")}), "The pier: shut.");
}

}  // namespace
}  // namespace factbox::factboxes
