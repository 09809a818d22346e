#include "factboxes/words.h"

#include <gtest/gtest.h>

namespace factbox::factboxes {
namespace {

using Strings = std::vector<std::string>;

Strings shown(std::string_view text) {
  Strings out;
  for (const auto& word : words_of(text)) {
    out.push_back(word.folded);
  }
  return out;
}

Strings shown(std::string_view text, const std::vector<ByteRange>& ranges) {
  Strings out;
  for (const auto range : ranges) {
    out.emplace_back(range.in(text));
  }
  return out;
}

TEST(Words, KeepNumbersAndNegationsWholeAndPartPossessives) {
  EXPECT_EQ(shown("Velin’s 3.5 million isn’t “1,200”."),
            (Strings{"velin", "'s", "3.5", "million", "isn't", "1,200"}));
  EXPECT_EQ(shown("the mid-level talks—two’"), (Strings{"the", "mid", "level", "talks", "two"}));
  EXPECT_EQ(shown(""), Strings{});
  EXPECT_EQ(shown("\xE2"), Strings{"\xE2"});
}

TEST(Words, FindPhrasesAsWords) {
  EXPECT_TRUE(holds_phrase("It could not be verified.", "not be"));
  EXPECT_FALSE(holds_phrase("It could nothing be", "not"));
}

TEST(Words, BlankPhrases) {
  EXPECT_EQ(without_phrase("The Friday prayers, on Friday", "friday prayers"),
            "The               , on Friday");
  EXPECT_EQ(without_phrase("Fridays", "friday"), "Fridays");
}

TEST(Sentences, EndAtStopsButNotAtInitials) {
  const std::string text = "Mr. Orsk left the U.S. today. “We go,” he said. Nobody came.";
  EXPECT_EQ(shown(text, sentences_of(text)),
            (Strings{"Mr. Orsk left the U.S. today.", "“We go,” he said.", "Nobody came."}));
  EXPECT_EQ(sentences_of("No stop at all").size(), 1U);
  // A month's short form, and a point that a feed has set apart, stand before a number.
  EXPECT_EQ(sentences_of("She was born on Dec. 3 in Oster.").size(), 1U);
  EXPECT_EQ(sentences_of("A quake of 5. 9 cost Oster £1. 7m.").size(), 1U);
  EXPECT_EQ(sentences_of("The pier was closed in 2012. 40 people lost their work.").size(), 2U);
  EXPECT_EQ(sentences_of("They sailed in F5. 40 people stayed.").size(), 2U);
}

}  // namespace
}  // namespace factbox::factboxes
