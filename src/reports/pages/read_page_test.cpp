#include "reports/pages/read_page.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <string>

#include "reports/encoding.h"
#include "reports/reading.h"

namespace factbox::reports::pages {
namespace {

const ReadingTables& tables() {
  static const ReadingTables loaded = load_reading_tables("data/en").value();
  return loaded;
}

Result<Report> read(std::string_view html, const std::string& url = "") {
  auto reports = read_page(html, url, tables().page_rules, tables().outlets, tables().dates);
  if (!reports) {
    return tl::unexpected(reports.error());
  }
  return std::move(reports->front());
}

std::string refusal(std::string_view html) {
  const auto got = read(html);
  return got ? "" : got.error().what;
}

const std::string kFirst =
    "The two delegations met for a third day in the harbour office, and the mediator said that "
    "they had come closer on the ferry lines.";
const std::string kSecond =
    "Nothing has been signed, and the fishermen who wait on the quay expect little, a spokesman "
    "of their union said on Sunday.";
const std::string kThird =
    "The talks began last week after a storm had cut both islands off from the mainland for "
    "eleven days.";

std::string paragraphs() {
  return "<p>" + kFirst + "</p>\n<p>" + kSecond + "</p><p>" + kThird + "</p>";
}

std::string body_text() {
  return kFirst + "\n\n" + kSecond + "\n\n" + kThird;
}

TEST(ReadPage, TakesTheReportAndNothingElse) {
  const auto report = read(
      "<html lang=en-GB><head><title>Talks go on | The Bell</title></head><body>"
      "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
      "<div class='cookie-banner'><p>We use cookies to make this page better for all who read "
      "it, and to count them.</p></div>"
      "<article><h1>Talks go on</h1><p class=byline>By Ann Lee</p>"
      "<figure><img src=a.jpg><figcaption>The harbour office, where the talks are held since "
      "last week.</figcaption></figure>" +
      paragraphs() +
      "<div class=related-stories><p>Storm cuts off both islands for a week, and the ferry "
      "company says when it will sail again.</p></div>"
      "<p>Follow us on every network</p></article>"
      "<section id=comments><p>I have lived on the island for forty years and never have I seen "
      "such a storm as this one was.</p></section>"
      "<footer><p>Copyright The Bell. All rights reserved, in this and in any other country of "
      "the world.</p></footer></body></html>");
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->text, body_text());
  EXPECT_EQ(report->title, "Talks go on");
  EXPECT_EQ(report->authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(report->lang, "en");
}

TEST(ReadPage, KeepsHeadingsThatLeadOnAndLeavesOutOthers) {
  const auto report = read("<article><p>" + kFirst + "</p><h2>What comes next</h2><p>" + kSecond +
                           "</p><h2>More from the harbour</h2></article>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, kFirst + "\n\nWhat comes next\n\n" + kSecond);
}

TEST(ReadPage, TextPartedByLineBreaksIsParagraphs) {
  const auto report =
      read("<div id=text>" + kFirst + "<br><br>" + kSecond + "<br/>\n<br/>" + kThird + "</div>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, body_text());
}

TEST(ReadPage, InlineElementsDoNotPartWords) {
  const auto report = read(
      "<h1>Talks</h1><p>The <b>two</b> dele<i>gations</i> <a href=x>met</a>&nbsp;for a third "
      "day in the harbour office,\n  and\tthe mediator said so.</p><p>" +
      kSecond + "</p>");
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->text.starts_with(
      "The two delegations met for a third day in the harbour office, and the mediator said so."))
      << report->text;
}

TEST(ReadPage, APageThatCallsAllOfItselfASidebarIsReadAllTheSame) {
  const auto report =
      read("<div class=sidebar><div class='promo share'>" + paragraphs() + "</div></div>");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, body_text());
}

TEST(ReadPage, LinkedDataIsTrustedBeforeMetaBeforeBylines) {
  const std::string linked =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"no"},)"
      R"({"@type":["NewsArticle"],"headline":"Talks &amp; ferries","datePublished":)"
      R"("2026-04-12T08:30:00+03:30","dateModified":"2026-04-12T09:00:00Z","author":[{"name":)"
      R"("Ann Lee"},{"name":"Bo Ek"}],"publisher":{"name":"The Bell"},"articleSection":"World",)"
      "\"description\":\"broken\nover lines\"}]}</script>";
  const std::string meta =
      "<meta property=og:title content='Other title'><meta property=article:published_time "
      "content='2026-04-11T00:00:00Z'><meta name=author content='Cy Fox'><meta "
      "property=og:site_name "
      "content='Bell Online'><meta property=og:url content='https://bell.example/talks'>";
  const std::string body = "<time datetime=2026-04-10>Friday</time>" + paragraphs();
  const auto all = read(meta + linked + body);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->title, "Talks & ferries");
  EXPECT_EQ(all->published, "2026-04-12T08:30:00+03:30");
  EXPECT_EQ(all->modified, "2026-04-12T09:00:00Z");
  EXPECT_EQ(all->authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(all->section, "World");
  EXPECT_EQ(all->outlet, "Bell Online");
  EXPECT_EQ(all->url, "https://bell.example/talks");
  const auto meta_only = read(meta + body);
  ASSERT_TRUE(meta_only);
  EXPECT_EQ(meta_only->title, "Other title");
  EXPECT_EQ(meta_only->published, "2026-04-11T00:00:00Z");
  EXPECT_EQ(meta_only->authors, std::vector<std::string>{"Cy Fox"});
  const auto neither = read(body);
  ASSERT_TRUE(neither);
  EXPECT_EQ(neither->published, "2026-04-10");
  EXPECT_EQ(neither->title, "");
}

TEST(ReadPage, MicrodataAndPrintedDatesCountToo) {
  const auto item = read(
      "<span itemprop=author>Ann Lee</span><span itemprop=datePublished "
      "content='2026-04-12 08:30'>x</span><h1 itemprop=headline>Talks</h1>" +
      paragraphs());
  ASSERT_TRUE(item);
  EXPECT_EQ(item->authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(item->published, "2026-04-12 08:30");
  EXPECT_EQ(item->title, "Talks");
  const auto printed =
      read("<div class=timestamp>Sunday, April 12, 2026 8:30 AM EDT</div>" + paragraphs());
  ASSERT_TRUE(printed);
  EXPECT_EQ(printed->published, "2026-04-12T08:30:00-04:00");
}

TEST(ReadPage, TheOutletIsKnownByItsAddressOrItsTitle) {
  EXPECT_EQ(read("<meta property=og:site_name content='Some name'>" + paragraphs(),
                 "https://www.reuters.com/x")
                ->outlet,
            "Reuters");
  const auto titled = read("<title>Talks go on — World Ledger</title>" + paragraphs(),
                           "https://worldledger.example/x");
  EXPECT_EQ(titled->outlet, "World Ledger");
  EXPECT_EQ(titled->title, "Talks go on");
  EXPECT_EQ(
      read("<title>Talks go on - and on</title>" + paragraphs(), "https://bell.example/")->title,
      "Talks go on - and on");
}

TEST(ReadPage, TextThatOnlyScriptsShowIsTakenFromLinkedDataWithADoubt) {
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body += kFirst + "\\n";
  }
  const auto report =
      read(R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks",)"
           R"("articleBody":")" +
           body + "\"}</script><p>Loading</p>");
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->text.starts_with(kFirst));
  ASSERT_EQ(report->doubts.size(), 1U);
  EXPECT_NE(report->doubts[0].find("JSON-LD"), std::string::npos);
}

TEST(ReadPage, PagesThatAreNoReportAreRefusedWithAReason) {
  EXPECT_NE(refusal("<title>404 - Page not found</title><p>Sorry, the page you requested isn't "
                    "there. Try the search, or begin at our home page again.</p>")
                .find("an error page"),
            std::string::npos);
  EXPECT_NE(refusal("<title>Bell</title><h1>Before we go on</h1><p>We and our partners store "
                    "information on your device, and use it to measure who reads what, and when, "
                    "and to show what fits.</p><button>Accept all</button>")
                .find("a question for consent"),
            std::string::npos);
  EXPECT_NE(refusal("<title>Talks go on</title><meta property=og:type content=article><p>The two "
                    "delegations met.</p><div>Already a subscriber? Log in to read on.</div>")
                .find("a paywall"),
            std::string::npos);
  EXPECT_NE(refusal("<title>Just a moment...</title><p>Checking your browser before you go on. "
                    "This happens by itself.</p>")
                .find("a check for robots"),
            std::string::npos);
  std::string index = "<title>The Bell</title>";
  for (int i = 0; i < 12; ++i) {
    index += "<div><h2><a href=/" + std::to_string(i) + ">Talks go on, part " + std::to_string(i) +
             "</a></h2><p>" + std::to_string(i) + " " + kSecond + "</p></div>";
  }
  EXPECT_NE(refusal(index).find("an index"), std::string::npos);
  EXPECT_NE(refusal("<html><body></body></html>").find("without a report's text"),
            std::string::npos);
}

TEST(ReadPage, AReportThatSpeaksOfCookiesIsNotRefused) {
  const auto report = read(
      "<meta property=og:type content=article><title>Court rules on "
      "cookies</title><p>Judges said that sites which write \"we use "
      "cookies\" must ask first.</p>" +
      paragraphs());
  EXPECT_TRUE(report);
}

TEST(ReadPage, SaysThatTagsWereLeftOut) {
  std::string html = "<meta name=date content=2026-04-12>";
  for (int i = 0; i < 100'000; ++i) {
    html += "<div>";
  }
  const auto report = read(html + paragraphs());
  ASSERT_TRUE(report);
  EXPECT_NE(report->text.find(kSecond), std::string::npos);
  ASSERT_EQ(report->doubts.size(), 1U);
  EXPECT_NE(report->doubts[0].find("tags stood too deep"), std::string::npos);
}

TEST(ReadPage, WhatItGivesIsTidyUtf8WhateverThePage) {
  constexpr std::string_view kParts[] = {"<p>",
                                         "</p>",
                                         "<div class=content>",
                                         "</div>",
                                         "<br>",
                                         "<a href=x>",
                                         "</a>",
                                         "<h1>",
                                         "</h1>",
                                         "<table><tr><td>",
                                         "<script>",
                                         "</script>",
                                         "&nbsp;",
                                         "&#0;",
                                         "&#xD800;",
                                         "\xe2\x80\xae",
                                         "e\xcc\x81 ",
                                         "The talks went on for a third day, the mediator said. ",
                                         "<!--",
                                         "-->",
                                         "<title>",
                                         "<meta property=og:title content='",
                                         "'>",
                                         "<time datetime=2026-04-12>"};
  std::minstd_rand random{11};
  for (int round = 0; round < 3000; ++round) {
    std::string html;
    for (std::size_t i = random() % 40; i > 0; --i) {
      html += kParts[random() % std::size(kParts)];
    }
    if (const auto report = read(html)) {
      for (const std::string* words : {&report->text, &report->title, &report->outlet}) {
        ASSERT_EQ(find_bad_utf8(*words), std::string::npos);
        ASSERT_EQ(words->find("\xe2\x80\xae"), std::string::npos) << html;
        ASSERT_EQ(words->find("\n\n\n"), std::string::npos);
      }
    }
  }
}

TEST(ReadPage, HugePagesCostLinearTime) {
  std::string html;
  for (int i = 0; i < 60'000; ++i) {
    html += "<div class='a b" + std::to_string(i) + "'><p>" + kSecond + std::to_string(i) +
            "</p><span id=x>";
  }
  const std::clock_t before = std::clock();
  const auto report = read(html);
  EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 10.0);
  EXPECT_TRUE(report);
}

}  // namespace
}  // namespace factbox::reports::pages
