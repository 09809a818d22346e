#include "language/words/string_ids.h"

#include <gtest/gtest.h>

#include <string>

#include "language/words/string_table.h"

namespace factbox::language {
namespace {

// The numbers below are spaCy's own: nlp.vocab.strings[...].
TEST(StringIds, AreThoseOfTheOriginal) {
  EXPECT_EQ(string_id(""), 0U);
  EXPECT_EQ(string_id("a"), 11901859001352538922U);
  EXPECT_EQ(string_id("Tehran"), 12020638833463455635U);
  EXPECT_EQ(string_id("correspondent"), 5985146536060564993U);
  EXPECT_EQ(string_id("تهران"), 8083189789643388806U);
}

TEST(StringIds, AreSmallForSymbols) {
  EXPECT_EQ(string_id("X"), 101U);
  EXPECT_EQ(string_id("ID"), 64U);
  EXPECT_EQ(string_id("nsubj"), 429U);
  EXPECT_EQ(string_id("_"), 456U);
}

TEST(StringIds, KnowNormsOfAllLanguages) {
  EXPECT_EQ(base_norm("€"), "$");
  EXPECT_EQ(base_norm("“"), "\"");
  EXPECT_EQ(base_norm("euro"), "");
}

TEST(StringTable, NumbersStringsOnce) {
  StringTable table;
  EXPECT_EQ(table.find("word"), StringTable::kNone);
  for (std::uint32_t i = 0; i < 5'000; ++i) {
    const auto place = table.add("word" + std::to_string(i));
    EXPECT_TRUE(place.added);
    EXPECT_EQ(place.index, i);
  }
  EXPECT_FALSE(table.add("word17").added);
  EXPECT_EQ(table.find("word4711"), 4711U);
  EXPECT_EQ(table[4711], "word4711");
  EXPECT_FALSE(table.contains("word5000"));
  EXPECT_TRUE(table.add("").added);
  EXPECT_TRUE(table.contains(""));
  table.clear();
  EXPECT_EQ(table.size(), 0U);
  EXPECT_FALSE(table.contains("word17"));
}

TEST(StringTable, KeepsWhatItHoldsWhenReserving) {
  StringTable table;
  table.add("kept");
  table.reserve(1'000, 10'000);
  EXPECT_EQ(table.find("kept"), 0U);
}

}  // namespace
}  // namespace factbox::language
