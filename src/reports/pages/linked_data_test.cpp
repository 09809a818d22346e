#include "reports/pages/linked_data.h"

#include <gtest/gtest.h>

#include <string>

namespace factbox::reports::pages {
namespace {

LinkedArticle read(const std::string& json) {
  return read_linked_article(
      PageTree::parse("<script type='application/ld+json'>" + json + "</script>").value());
}

TEST(LinkedData, AuthorsComeInManyForms) {
  EXPECT_EQ(read(R"({"@type":"NewsArticle","headline":"a","author":"Ann Lee"})").authors,
            std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(read(R"({"@type":"NewsArticle","headline":"a","author":{"name":["Ann Lee","Bo Ek"]}})")
                .authors,
            (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(read(R"({"@type":"NewsArticle","headline":"a","author":[{"name":"Ann Lee"},7,null]})")
                .authors,
            std::vector<std::string>{"Ann Lee"});
}

TEST(LinkedData, TheFirstArticleCountsHoweverDeep) {
  EXPECT_EQ(read(R"([{"@type":"WebSite","name":"x"},{"mainEntity":{"@type":"Article",)"
                 R"("headline":"a"}},{"@type":"Article","headline":"b"}])")
                .headline,
            "a");
  EXPECT_EQ(read(R"({"@type":"Person","headline":"a"})").headline, "");
}

TEST(LinkedData, BrokenOrDeepJsonSaysNothing) {
  EXPECT_EQ(read(R"({"@type":"Article","headline":)").headline, "");
  EXPECT_EQ(read("7").headline, "");
  EXPECT_EQ(read(std::string(100'000, '[') + std::string(100'000, ']')).headline, "");
}

TEST(References, AreReadOut) {
  EXPECT_EQ(without_references("a &amp; b &#8217; &#x2019; &quot;c&quot;"), "a & b ’ ’ \"c\"");
  EXPECT_EQ(without_references("&unknown; &; & &#; &#xZZ; &#99999999; &#0;"),
            "&unknown; &; & &#; &#xZZ; &#99999999; \xef\xbf\xbd");
}

}  // namespace
}  // namespace factbox::reports::pages
