#include "reports/pages/page_tree.h"

#include <gtest/gtest.h>
#include <lexbor/tag/const.h>

#include <ctime>
#include <string>

namespace factbox::reports::pages {
namespace {

std::string repeated(std::string_view words, std::size_t times) {
  std::string all;
  all.reserve(words.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    all += words;
  }
  return all;
}

/// Numbered tags, so that no two are alike.
std::string numbered(std::string_view before, std::string_view after, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += std::string{before} + std::to_string(i) + std::string{after};
  }
  return all;
}

TEST(PageTree, HoldsElementsInOrder) {
  const auto tree = PageTree::parse("<p id=a>One <b>two</b></p><p>three");
  ASSERT_TRUE(tree);
  std::string shown;
  for (std::uint32_t i = 0; i < tree->nodes().size(); ++i) {
    const PageNode& node = tree->nodes()[i];
    EXPECT_LT(i, node.past);
    EXPECT_LE(node.past, tree->nodes()[node.parent].past);
    shown +=
        std::to_string(node.parent) + (node.text.empty() ? "" : ":" + std::string{node.text}) + " ";
  }
  EXPECT_EQ(shown, "0 0 1 1 3 4:One  4 6:two 3 8:three ");
  EXPECT_EQ(tree->attribute(4, "id"), "a");
  EXPECT_EQ(tree->attribute(4, "class"), "");
  EXPECT_TRUE(tree->has_attribute(4, "id"));
  EXPECT_FALSE(tree->has_attribute(5, "id"));
  EXPECT_EQ(tree->text_in(4), "One two");
  EXPECT_EQ(tree->text_in(0), "One twothree");
}

TEST(PageTree, AnEmptyPageIsATree) {
  const auto tree = PageTree::parse("");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->text_in(0), "");
}

TEST(PageTree, KeepsTheTextOfTagsThatStandTooDeep) {
  const auto tree = PageTree::parse(repeated("<div>", 100'000) + "deep" +
                                    repeated("</div>", 100'000) + "<p id=x>after");
  ASSERT_TRUE(tree);
  EXPECT_LT(tree->nodes().size(), 100'300U);
  EXPECT_GT(tree->tags_left_out(), 99'000U);
  EXPECT_EQ(tree->text_in(0), "deepafter");
  // The end tags of those left out ended nothing else: what follows stands outside.
  for (std::uint32_t i = 0; i < tree->nodes().size(); ++i) {
    if (tree->attribute(i, "id") == "x") {
      EXPECT_EQ(tree->nodes()[tree->nodes()[i].parent].tag, LXB_TAG_BODY);
    }
  }
}

struct Hostile {
  const char* name;
  std::string html;
};

/// Pages made to cost more than their size: each must be parsed or refused quickly.
TEST(PageTree, HostilePagesCostNoMoreThanTheirSize) {
  const std::size_t n = 100'000;
  const Hostile pages[] = {
      {"unclosed formatting", repeated("<b><i><u>", n / 3)},
      {"unclosed formatting, each unlike", numbered("<font size=", ">", n) + repeated("<p>x", n)},
      {"paragraphs in unclosed formatting", numbered("<b class=", ">", 20) + repeated("<p>x", n)},
      {"unclosed links", numbered("<a href=", "><div>", n)},
      {"misnested ends", repeated("<b><p></b></p>", n)},
      {"adoption", repeated("<a><div></a>", n)},
      {"attributes", "<p " + numbered("a", "=1 ", n) + ">"},
      {"names of tags", numbered("<x", ">", n)},
      {"names of attributes", numbered("<p y", "=1>", n)},
      {"html again", numbered("<html a", "=1>", n)},
      {"text cut by ends", repeated("a</x>", n)},
      {"text cut by ends with attributes", repeated("some words</x id=1>", n)},
      {"text cut by tags too deep", repeated("<div>", 300) + repeated("words<span id=1>", n)},
      {"text cut by comments", repeated("a<!---->", n)},
      {"tables", repeated("<table><tr><td>", n / 3)},
      {"text in tables", "<table>" + repeated("a<tr>", n)},
      {"text in a table", "<table>" + repeated("a<b>", n)},
      {"selects", repeated("<select><option>", n)},
      {"templates", repeated("<template>", n)},
      {"svg", "<svg>" + repeated("<title><b class=x>", n)},
      {"svg, deep", repeated("<svg>", n)},
      {"forms", repeated("<form><div>", n)},
      {"lists", repeated("<ul><li>", n)},
      {"paragraph ends", repeated("</p>", n)},
      {"line ends", repeated("</br>", n)},
      {"less-than signs", repeated("<", n)},
      {"ampersands", repeated("&", n)},
      {"NULs", std::string(n, '\0')},
      {"quotes", "<p " + repeated("\"", n)},
      {"open comments", repeated("<!--", n)},
      {"frames", repeated("<frameset>", n)},
      {"ruby", repeated("<ruby><rt>", n)},
      {"headings", repeated("<h1>", n)},
      {"buttons", repeated("<button>", n)},
      {"options", "<select>" + repeated("<optgroup>", n)},
      {"scripts", repeated("<script><!--<script>", n)},
      {"definitions", repeated("<dl><dt><dd>", n)},
      {"nobr", repeated("<nobr>", n)},
  };
  for (const Hostile& page : pages) {
    const std::clock_t before = std::clock();
    const auto tree = PageTree::parse(page.html);
    const double took = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    EXPECT_LT(took, 5.0) << page.name;
    RecordProperty(page.name, std::to_string(took));
    if (tree) {
      EXPECT_LT(tree->nodes().size(), 4'000'000U) << page.name;
    } else {
      EXPECT_EQ(tree.error().kind, ErrorKind::too_large) << page.name;
    }
  }
}

}  // namespace
}  // namespace factbox::reports::pages
