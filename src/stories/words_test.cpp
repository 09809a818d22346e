#include "stories/words.h"

#include <gtest/gtest.h>

#include <random>

namespace factbox::stories {
namespace {

std::string folded(std::string_view text) {
  std::string all;
  for (const PlainWord& word : split_words(text)) {
    if (!all.empty()) {
      all += ' ';
    }
    all += word.folded;
  }
  return all;
}

TEST(Words, AreFoldedSoThatSpellingsMeet) {
  EXPECT_EQ(folded("The U.S. and the US told us."), "the US and the US told us");
  EXPECT_EQ(folded("Oman’s envoy doesn't agree"), "oman envoy doesn't agree");
  EXPECT_EQ(folded("1,200 tons, 3.5 percent, 2019."), "1200 tons 3.5 percent 2019");
  EXPECT_EQ(folded("cease-fire"), "cease fire");
  EXPECT_EQ(folded("Élysée Ändern"), "élysée ändern");
  EXPECT_EQ(folded("the ÖBB"), "the ÖBB");  // an initialism, in any alphabet
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded("… — !"), "");
}

TEST(Words, KnowWhereTheyStand) {
  const std::string text = "He left. \"We stay,\" Omar said.";
  const auto words = split_words(text);
  ASSERT_EQ(words.size(), 6U);
  EXPECT_TRUE(words[0].starts_sentence);
  EXPECT_FALSE(words[1].starts_sentence);
  EXPECT_EQ(words[2].where.in(text), "We");
  EXPECT_TRUE(words[2].quoted);
  EXPECT_TRUE(words[3].quoted);
  EXPECT_FALSE(words[4].quoted);
  EXPECT_TRUE(words[4].capital);
  EXPECT_FALSE(words[5].capital);
}

TEST(Words, StopAtTheLimit) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "word ";
  }
  EXPECT_EQ(split_words(text, 10).size(), 10U);
}

TEST(Words, RangesLieInTheTextWhateverTheBytes) {
  std::mt19937 random{7};
  const std::string alphabet = "aZ9.,'\"-\n \xE2\x80\x9C\xC3\xA9\xFF\xF0\x9F";
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      text += alphabet[random() % alphabet.size()];
    }
    std::uint32_t last = 0;
    for (const PlainWord& word : split_words(text)) {
      EXPECT_LE(last, word.where.begin);
      EXPECT_LT(word.where.begin, word.where.end);
      EXPECT_LE(word.where.end, text.size());
      last = word.where.end;
    }
  }
}

TEST(StableHash, IsTheSameInEveryRun) {
  EXPECT_EQ(hex16(stable_hash("muscat")), hex16(stable_hash("muscat")));
  EXPECT_NE(stable_hash("muscat"), stable_hash("muscat", 1));
  EXPECT_NE(stable_hash("a"), stable_hash("b"));
  EXPECT_EQ(hex16(0).size(), 16U);
}

}  // namespace
}  // namespace factbox::stories
