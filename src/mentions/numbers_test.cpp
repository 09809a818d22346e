#include "mentions/numbers.h"

#include <gtest/gtest.h>

namespace factbox::mentions {
namespace {

const NumberWords& words() {
  static const NumberWords loaded =
      *NumberWords::read(*Table::load("data/en/numbers.tsv", {"word", "kind", "value"}));
  return loaded;
}

/// The number at the text's start, and how many pieces it takes.
std::pair<double, std::uint32_t> read(std::string_view text) {
  const auto number = read_number(Pieces(text), 0, words());
  return number ? std::pair{number->low, number->past} : std::pair{-1.0, 0U};
}

using Is = std::pair<double, std::uint32_t>;

TEST(ReadNumber, TakesDigitsWithMagnitudes) {
  EXPECT_EQ(read("450 people"), Is(450, 1));
  EXPECT_EQ(read("1.5 million"), Is(1.5e6, 2));
  EXPECT_EQ(read("9bn of debt"), Is(9e9, 2));
  EXPECT_EQ(read("2.7m"), Is(2.7e6, 2));
  EXPECT_EQ(read("3 billion-euro"), Is(3e9, 2));
  EXPECT_EQ(read("5 m high"), Is(5, 1));
}

TEST(ReadNumber, TakesNumbersInWords) {
  EXPECT_EQ(read("twenty-six states"), Is(26, 3));
  EXPECT_EQ(read("one hundred and five thousand two hundred"), Is(105200, 7));
  EXPECT_EQ(read("a hundred thirty million"), Is(130e6, 4));
  EXPECT_EQ(read("two and a half million"), Is(2.5e6, 5));
  EXPECT_EQ(read("half a million"), Is(500e3, 3));
  EXPECT_EQ(read("two dozen ships"), Is(24, 2));
  EXPECT_EQ(read("a dozen"), Is(12, 2));
}

TEST(ReadNumber, StopsWhereTwoNumbersStandSideBySide) {
  EXPECT_EQ(read("one two three"), Is(1, 1));
  EXPECT_EQ(read("twenty thirty"), Is(20, 1));
  EXPECT_EQ(read("nineteen ninety-six"), Is(19, 1));
}

TEST(ReadNumber, TakesFractions) {
  EXPECT_EQ(read("2 1/2 years"), Is(2.5, 4));
  EXPECT_EQ(read("1/2 pound"), Is(0.5, 3));
  EXPECT_EQ(read("7½ tonnes"), Is(7.5, 2));
  EXPECT_EQ(read("two-thirds of them"), Is(2 * 0.3333333333333333, 3));
  EXPECT_EQ(read("a third of them").second, 2U);
  EXPECT_EQ(read("three quarters"), Is(0.75, 2));
}

TEST(ReadNumber, TakesVagueWordsAsRanges) {
  const auto dozens = read_number(Pieces("dozens of ships"), 0, words());
  ASSERT_TRUE(dozens);
  EXPECT_EQ(dozens->low, 12);
  EXPECT_EQ(dozens->high, 120);
  const auto many = read_number(Pieces("hundreds of thousands"), 0, words());
  ASSERT_TRUE(many);
  EXPECT_EQ(many->low, 100e3);
  EXPECT_EQ(many->high, 1e6);
}

TEST(ReadNumber, LeavesOrdinalsAndWordsAlone) {
  for (const auto* text : {"third", "a ship", "the", "quarter", "", "and", "a"}) {
    EXPECT_EQ(read(text).second, 0U) << text;
  }
}

TEST(ReadNumber, BearsNumbersOfAnyLength) {
  const std::string digits(5000, '9');
  EXPECT_EQ(read(digits).second, 1U);
  std::string hundreds;
  for (int i = 0; i < 5000; ++i) {
    hundreds += "hundred ";
  }
  EXPECT_EQ(read(hundreds).second, 1U);
}

TEST(ReadOrdinal, TakesDigitsAndWords) {
  const auto place = [](std::string_view text) {
    const auto ordinal = read_ordinal(Pieces(text), 0, words());
    return ordinal ? static_cast<int>(ordinal->place) : 0;
  };
  EXPECT_EQ(place("21st"), 21);
  EXPECT_EQ(place("twenty-first century"), 21);
  EXPECT_EQ(place("third"), 3);
  EXPECT_EQ(place("3 rd"), 0);
}

}  // namespace
}  // namespace factbox::mentions
