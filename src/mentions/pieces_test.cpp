#include "mentions/pieces.h"

#include <gtest/gtest.h>

namespace factbox::mentions {
namespace {

std::vector<std::string> cut(std::string_view text) {
  const Pieces pieces(text);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    words.emplace_back(pieces.word(i));
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(Pieces, CutAtHyphensAndBetweenDigitsAndLetters) {
  EXPECT_EQ(cut("mid-1996"), (Words{"mid", "-", "1996"}));
  EXPECT_EQ(cut("a 30-day truce"), (Words{"a", "30", "-", "day", "truce"}));
  EXPECT_EQ(cut("$2.7m"), (Words{"$", "2.7", "m"}));
}

TEST(Pieces, KeepDottedWordsAndPossessivesApart) {
  EXPECT_EQ(cut("the U.S. at 9 a.m."), (Words{"the", "u.s.", "at", "9", "a.m."}));
  EXPECT_EQ(cut("Iran's. O’Neil"), (Words{"iran", "'", "s", ".", "o’neil"}));
  EXPECT_EQ(cut("It ended."), (Words{"it", "ended", "."}));
}

TEST(Pieces, ReadNumbersWithCommasAndPoints) {
  const Pieces pieces("1,200,300.5 and .25, 12,34 in 1996.");
  EXPECT_DOUBLE_EQ(pieces[0].value, 1200300.5);
  EXPECT_DOUBLE_EQ(pieces[2].value, 0.25);
  EXPECT_DOUBLE_EQ(pieces[4].value, 12);
  EXPECT_EQ(pieces.word(8), "1996");
}

TEST(Pieces, MakeDashesAndQuotesPlain) {
  EXPECT_EQ(cut("10–12 “one”"), (Words{"10", "-", "12", "\"", "one", "\""}));
}

TEST(Pieces, LookAheadFindsNothingPastTheEnd) {
  const Pieces pieces("one");
  EXPECT_EQ(pieces.word(1), "");
  EXPECT_EQ(Pieces("").size(), 0U);
  EXPECT_FALSE(pieces.is_capital(7));
}

TEST(Pieces, EveryRangeLiesInTheText) {
  const std::string text =
      "\xC2\xA3"
      "5bn \xE2\x80\x94 caf\xC3\xA9 ...... '' $$ 3.4.5.6 \xF0\x9F\x98\x80";
  const Pieces pieces(text);
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    EXPECT_GE(pieces[i].range.begin, last);
    EXPECT_GT(pieces[i].range.end, pieces[i].range.begin);
    last = pieces[i].range.end;
  }
  EXPECT_LE(last, text.size());
}

}  // namespace
}  // namespace factbox::mentions
