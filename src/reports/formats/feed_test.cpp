#include "reports/formats/feed.h"

#include <gtest/gtest.h>

#include <string>

#include "reports/read_reports.h"

namespace factbox::reports {
namespace {

ReadReports read(std::string bytes) {
  static const ReadingTables tables = load_reading_tables("data/en").value();
  sources::Delivery delivery{"feed.xml", sources::Came::from_memory,
                             sources::stream_of(std::move(bytes))};
  return read_delivery(delivery, tables, {});
}

TEST(Feed, WordsThatOnlySayTheTitleAgainAreNoText) {
  const std::string item =
      "<rss><item><title>Ferries sail - The Bell</title><source>The Bell</source><description>";
  EXPECT_EQ(read(item + "&lt;a&gt;Ferries sail&lt;/a&gt; The Bell</description></item></rss>")
                .reports.at(0)
                ->text,
            "");
  EXPECT_EQ(read(item + "Ferries sail again.</description></item></rss>").reports.at(0)->text,
            "Ferries sail again.");
}

TEST(Feed, IsKnownByItsRootWhateverStandsBeforeIt) {
  using formats::begins_as_feed;
  EXPECT_TRUE(begins_as_feed("<?xml version='1.0'?><!-- a --><rss>", ""));
  EXPECT_TRUE(begins_as_feed("junk\n<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", ""));
  EXPECT_TRUE(begins_as_feed(std::string{"<\0r\0s\0s\0>\0", 10}, ""));
  EXPECT_FALSE(begins_as_feed("<html><rss>", ""));
  EXPECT_FALSE(begins_as_feed("{\"text\": \"<rss>\"}", ""));
  EXPECT_FALSE(begins_as_feed("Talks of <b>rss</b> feeds", ""));
}

TEST(Feed, AManyOfEntriesAndTagsWithoutEndCostWhatTheirSizeDoes) {
  std::string many = "<rss>";
  constexpr int kMany = 20'000;
  for (int i = 0; i < kMany; ++i) {
    many += "<item><title>Ferries sail " + std::to_string(i) + "</title></item>";
  }
  EXPECT_EQ(read(many).reports.size(), static_cast<std::size_t>(kMany));
  std::string deep = "<rss><item><title>Ferries sail</title><description>";
  for (int i = 0; i < kMany; ++i) {
    deep += "<div>";
  }
  EXPECT_EQ(read(deep).reports.at(0)->title, "Ferries sail");
}

}  // namespace
}  // namespace factbox::reports
