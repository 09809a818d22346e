#include "reports/pages/page_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::reports::pages {
namespace {

const PageRules& rules() {
  static const PageRules loaded = PageRules::load("data/en").value();
  return loaded;
}

TEST(PageRules, NamesOfElementsAreReadByTheirWords) {
  EXPECT_TRUE(rules().part("related-stories").noise);
  EXPECT_TRUE(rules().part("pageFooter main").noise);
  EXPECT_TRUE(rules().part("pageFooter main").content);
  EXPECT_TRUE(rules().part("c-byline__name").byline);
  EXPECT_TRUE(rules().part("story-body").content);
  EXPECT_FALSE(rules().part("shareholder").noise);
  EXPECT_FALSE(rules().part("headline").noise);
  EXPECT_FALSE(rules().part("").content);
}

TEST(PageRules, StockLinesAreToldFromProse) {
  EXPECT_TRUE(rules().is_stock_line("ADVERTISEMENT"));
  EXPECT_TRUE(rules().is_stock_line("Read more: Talks go on in Muscat"));
  EXPECT_TRUE(rules().is_stock_line("Ann Lee/Getty Images"));
  EXPECT_TRUE(rules().is_stock_line("Related: how the storm came.", true));
  EXPECT_FALSE(rules().is_stock_line("Related talks failed.", true));
  EXPECT_FALSE(rules().is_stock_line("Advertisement for bonds rose by a tenth."));
  EXPECT_FALSE(rules().is_stock_line(
      "Related talks on the ferry lines will begin in the next week, the mediator said."));
}

TEST(PageRules, BylinesAreOpenedByWholeWords) {
  EXPECT_EQ(rules().without_opener("By Ann Lee"), "Ann Lee");
  EXPECT_EQ(rules().without_opener("Written by: Ann Lee"), " Ann Lee");
  EXPECT_EQ(rules().without_opener("Byron Lee"), "Byron Lee");
  EXPECT_TRUE(rules().opens_byline("BY ANN LEE"));
  EXPECT_FALSE(rules().opens_byline("Bypass opened"));
}

TEST(PageRules, ARowThatSaysAnUnknownThingIsRefused) {
  const auto table = [](std::string words, std::initializer_list<std::string_view> columns) {
    return Table::read(std::move(words), "t.tsv", columns).value();
  };
  const auto parts = [&](const std::string& row) {
    return table("word\tmatch\tpart\n" + row, {"word", "match", "part"});
  };
  const auto lines = [&](const std::string& row) {
    return table("words\twhere\n" + row, {"words", "where"});
  };
  const auto refusals = [&](const std::string& row) {
    return table("words\twhere\twhy\n" + row, {"words", "where", "why"});
  };
  const auto bylines = [&](const std::string& row) {
    return table("words\tkind\n" + row, {"words", "kind"});
  };
  EXPECT_TRUE(PageRules::from(parts(""), lines(""), refusals(""), bylines("")));
  EXPECT_FALSE(PageRules::from(parts("a\tword\tmusic\n"), lines(""), refusals(""), bylines("")));
  EXPECT_FALSE(PageRules::from(parts("a\tnear\tnoise\n"), lines(""), refusals(""), bylines("")));
  EXPECT_FALSE(PageRules::from(parts(""), lines("a\tmiddle\n"), refusals(""), bylines("")));
  EXPECT_FALSE(PageRules::from(parts(""), lines(""), refusals("a\tbody\tb\n"), bylines("")));
  EXPECT_FALSE(PageRules::from(parts(""), lines(""), refusals(""), bylines("a\tcloser\n")));
}

}  // namespace
}  // namespace factbox::reports::pages
