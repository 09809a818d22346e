#include "base/letters.h"

#include <gtest/gtest.h>

namespace factbox {
namespace {

TEST(Letters, CapitalsOfAnyScriptAreCapitals) {
  for (const char* word : {"Ankara", "Ömer", "Åse", "Жанна", "Élan", "Ístria"}) {
    EXPECT_TRUE(begins_with_capital(word)) << word;
  }
  for (const char* word : {"ankara", "ömer", "жанна", "中国", "7", "", "“Ankara"}) {
    EXPECT_FALSE(begins_with_capital(word)) << word;
  }
}

TEST(Letters, WordsInCapitals) {
  for (const char* word : {"NATO", "ÅLESUND", "U.S.", "G-20"}) {
    EXPECT_TRUE(is_in_capitals(word));
  }
  for (const char* word : {"Nato", "1984", "", "中国"}) {
    EXPECT_FALSE(is_in_capitals(word));
  }
}

TEST(Letters, CapitalsCountWhereNoSmallLetterStandsAmongThem) {
  EXPECT_EQ(count_capitals_alone("ÅLESUND"), 7U);
  EXPECT_EQ(count_capitals_alone("U.S. 2"), 2U);
  EXPECT_EQ(count_capitals_alone("中国TV"), 2U);
  EXPECT_EQ(count_capitals_alone("OSTEr"), 0U);
  EXPECT_EQ(count_capitals_alone(""), 0U);
}

TEST(Letters, SmallLettersKeepTheirBytes) {
  EXPECT_EQ(in_small_letters("ÇELİK and Ömer"), "çelİk and ömer");  // small "İ" takes three bytes
  EXPECT_EQ(in_small_letters("a\xFF"
                             "B"),
            "a\xFF"
            "b");
}

TEST(Letters, FoldedNamesAreOne) {
  EXPECT_EQ(folded("Çelik"), folded("CELIK"));
  EXPECT_EQ(folded("Straße"), "strasse");
}

TEST(Letters, FirstLetters) {
  EXPECT_EQ(with_first_capital("émeute"), "Émeute");
  EXPECT_EQ(with_first_small("Ölpreis"), "ölpreis");
  EXPECT_EQ(with_first_capital(""), "");
  EXPECT_EQ(with_first_capital("\xFFx"), "\xFFx");
}

TEST(Letters, DashesAndBlanks) {
  for (const char* dash : {"-", "--", "–", "—", "−", "‐"}) {
    EXPECT_TRUE(is_dash(dash)) << dash;
  }
  EXPECT_FALSE(is_dash(""));
  EXPECT_EQ(trimmed("\u00A0 words \n"), "words");
  EXPECT_EQ(trimmed(" \t"), "");
  EXPECT_EQ(trimmed("(words)", "()"), "words");
}

TEST(Letters, BrokenBytesAreOneLetterEach) {
  EXPECT_EQ(letter_at("\xC3", 0).bytes, 1U);
  EXPECT_EQ(letter_before("a\xC3", 2).bytes, 1U);
  EXPECT_EQ(letter_at("a", 1).bytes, 0U);
}

}  // namespace
}  // namespace factbox
