// Formats of wires and archives: what cases can't write down.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "reports/formats/header_fields.h"
#include "reports/formats/warc.h"
#include "reports/read_reports.h"

namespace factbox::reports {
namespace {

ReadReports read(std::string bytes) {
  static const ReadingTables tables = load_reading_tables("data/en").value();
  sources::Delivery delivery{"wire", sources::Came::from_memory,
                             sources::stream_of(std::move(bytes))};
  return read_delivery(delivery, tables, {});
}

/// ASCII as letters of so many bytes.
std::string wide(std::string_view words, std::size_t bytes, bool little) {
  std::string made;
  for (const char c : words) {
    std::string letter(bytes, '\0');
    letter[little ? 0 : bytes - 1] = c;
    made += letter;
  }
  return made;
}

TEST(WideJson, LinesInAnyEncodingOfUnicode) {
  constexpr std::string_view kLines =
      "{\"text\": \"first\"}\n{\"text\": 7}\n{\"text\": \"last\"}\n";
  constexpr std::size_t kUtf32 = 4;
  for (const std::size_t bytes : {std::size_t{2}, kUtf32}) {
    for (const bool little : {true, false}) {
      for (const bool marked : {true, false}) {
        std::string mark = bytes == 2 ? "\xfe\xff" : std::string{"\0\0\xfe\xff", kUtf32};
        if (little) {
          mark = std::string{mark.rbegin(), mark.rend()};
        }
        const auto got = read((marked ? mark : "") + wide(kLines, bytes, little));
        ASSERT_EQ(got.reports.size(), 2U) << bytes << little << marked;
        EXPECT_EQ(got.reports[1]->text, "last");
        EXPECT_EQ(got.troubles.at(0).line, 2U);
      }
    }
  }
  const auto list = read(wide("[{\"text\": \"first\"}]", 2, true));
  ASSERT_EQ(list.reports.size(), 1U);
}

std::string page_of(std::string_view words) {
  std::string page = "<h1>Ferries sail again</h1>";
  for (int i = 0; i < 3; ++i) {
    page += "<p>The ferries between the two islands sailed again on Sunday, the harbour office ";
    page += words;
    page += ", after eleven days of storm, and all who had waited got a place.</p>";
  }
  return page;
}

std::string record(std::string_view head, const std::string& body) {
  const std::string block = "HTTP/1.1 200 OK\r\n" + std::string{head} + "\r\n\r\n" + body;
  return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://bell.example/" +
         std::to_string(body.size()) + "\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(Warc, BodiesInChunksAndCharsetsOfTheHead) {
  const std::string page = page_of("said");
  const std::string chunked = "a\r\n" + page.substr(0, 10) + "\r\n1000;x=y\r\n" + page.substr(10);
  const auto got =
      read(record("content-type: text/html\r\nTransfer-Encoding: chunked", chunked) +
           record("content-type: text/html\r\nTransfer-Encoding: chunked", page_of("told us")) +
           record("Content-Type: text/html; charset=iso-8859-1", page_of("of Caf\xe9 said")));
  ASSERT_EQ(got.reports.size(), 3U);
  EXPECT_EQ(got.reports[0]->title, "Ferries sail again");
  EXPECT_NE(got.reports[1]->text.find("told us"), std::string::npos);
  EXPECT_NE(got.reports[2]->text.find("of Café said"), std::string::npos);
  EXPECT_TRUE(got.troubles.empty());
}

TEST(Warc, ADamagedRecordCostsItself) {
  const std::string good = record("content-type: text/html", page_of("said"));
  std::string wrong = record("content-type: text/html", page_of("thought"));
  wrong.replace(wrong.find("Content-Length: ") + 16, 1, "");
  const auto got = read(good + wrong + record("content-type: text/html", page_of("meant that")));
  ASSERT_GE(got.reports.size(), 2U);
  EXPECT_NE(got.reports.back()->text.find("meant that"), std::string::npos);
}

TEST(Warc, TroublesWithAPageAreToldAtItsRecord) {
  const std::string good = record("content-type: text/html", page_of("said"));
  const auto got = read(good + record("content-type: text/html", "<title>x</title>"));
  ASSERT_EQ(got.troubles.size(), 1U);
  EXPECT_EQ(got.troubles[0].byte, good.size());
  EXPECT_EQ(got.troubles[0].error.what.find("https://bell.example/16: "), 0U);
}

TEST(HeaderFields, AsTheyAreWritten) {
  const auto fields = formats::HeaderFields::read(
      "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML ; Charset=\"UTF-8\"; x=y\r\nA: b\r\n  "
      "c\r\n\r\nD: e");
  EXPECT_EQ(fields.media_type("content-type").type, "text/html");
  EXPECT_EQ(fields.media_type("content-type").parameter("charset"), "UTF-8");
  EXPECT_EQ(fields.media_type("content-type").parameter("x"), "y");
  EXPECT_EQ(fields.find("a"), "b c");
  EXPECT_EQ(fields.find("d"), "");
}

}  // namespace
}  // namespace factbox::reports
