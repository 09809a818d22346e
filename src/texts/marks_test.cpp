#include "texts/marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace factbox::texts {
namespace {

std::vector<std::string> inside(const std::string& text) {
  std::vector<std::string> found;
  for (const Quotation& one : find_quotations(text)) {
    found.emplace_back(one.inside.in(text));
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(Quotations, PairsMarksOfEveryStyle) {
  EXPECT_EQ(inside(R"(He said "no" twice.)"), Words{"no"});
  EXPECT_EQ(inside("He said “no” twice."), Words{"no"});
  EXPECT_EQ(inside("He said «no» twice."), Words{"no"});
  EXPECT_EQ(inside("He said ``no'' twice."), Words{"no"});
  EXPECT_EQ(inside("He said 'no' twice."), Words{"no"});
  EXPECT_EQ(inside("He said ‘no’ twice."), Words{"no"});
  EXPECT_EQ(inside("He said „no” twice."), Words{"no"});
}

TEST(Quotations, TurnedMarksPairAsTheirSpacesTell) {
  EXPECT_EQ(inside("He said „no“ twice and „never“ once."), (Words{"no", "never"}));
  EXPECT_EQ(inside("He said »no« twice and »never« once."), (Words{"no", "never"}));
  EXPECT_EQ(inside("He said ”no” twice and ”never” once."), (Words{"no", "never"}));
  EXPECT_EQ(inside("He said « no » twice."), Words{" no "});
  EXPECT_EQ(inside("He said 「no」 twice."), Words{"no"});
  EXPECT_EQ(inside("» Read more on page 4"), Words{});
}

TEST(Quotations, MarksOfTwoSortsPairWhereNothingElseDoes) {
  EXPECT_EQ(inside("“No,\" he said. \"Never,” he added."), (Words{"No,", "Never,"}));
}

TEST(Quotations, ApostrophesAreNoMarks) {
  EXPECT_EQ(inside("The officials' boat didn't leave Iran's harbour in '79."), Words{});
  EXPECT_EQ(inside("The officials’ boat didn’t leave Iran’s harbour."), Words{});
}

TEST(Quotations, Nest) {
  const std::string text = "“He told me ‘never’ and left,” she said.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].inside.in(text), "He told me ‘never’ and left,");
  EXPECT_EQ(found[0].depth, 0U);
  EXPECT_EQ(found[1].inside.in(text), "never");
  EXPECT_EQ(found[1].depth, 1U);
}

TEST(Quotations, RunOnOverParagraphs) {
  const std::string text = "“The first part.\n\n“The second part,” he said.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].continues);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(found[0].inside.in(text), "The first part.");
  EXPECT_EQ(found[1].inside.in(text), "The second part,");
}

TEST(Quotations, OneWithoutAnEndStopsWithItsSentence) {
  const std::string text = "He said: \"We shall see. The ship left on Monday.\n\nNobody spoke.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(found[0].inside.in(text), "We shall see.");
}

TEST(Quotations, OneWithoutABeginningStartsWithItsSentence) {
  const std::string text = "The ship left. We shall see,\" he said.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].opened);
  EXPECT_EQ(found[0].inside.in(text), "We shall see,");
}

TEST(Quotations, MarksPartedFromTheirWordsKeepStep) {
  const std::string text =
      "The mayor spoke of \" great losses \". The port is closed. \" We shall see, \" he said.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].inside.in(text), " great losses ");
  EXPECT_EQ(found[1].inside.in(text), " We shall see, ");
}

TEST(Quotations, EachLineIsAParagraphWhereNoBlankLinePartsThem) {
  const std::string text =
      "He spoke of \"losses. \nThe port is closed. \n\"We shall see,\" he said. \nIt rained.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].inside.in(text), "losses.");
  EXPECT_EQ(found[1].inside.in(text), "We shall see,");
  const auto at = static_cast<std::uint32_t>(text.find("port"));
  for (const auto& one : find_quotations(text, {at, at + 4})) {
    EXPECT_GT(one.whole.begin, at);
  }
}

TEST(Quotations, LieInTheTextWhateverStandsInIt) {
  for (const std::string& unit :
       {std::string{"\""}, std::string{"“"}, std::string{"”"}, std::string{"‘“"}, std::string{"'a"},
        std::string{"\"a. "}, std::string{"”\n\n"}, std::string{"a\" "}, std::string{"a. \"\n"}}) {
    std::string text;
    while (text.size() < 200'000) {
      text += unit;
    }
    const auto lies = [&](const Quotation& one) {
      return one.whole.covers(one.inside) && one.inside.begin <= one.inside.end &&
             one.whole.end <= text.size();
    };
    EXPECT_TRUE(std::ranges::all_of(find_quotations(text), lies)) << unit;
  }
}

}  // namespace
}  // namespace factbox::texts
