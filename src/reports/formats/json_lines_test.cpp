#include "reports/formats/json_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "reports/read_reports.h"

namespace factbox::reports {
namespace {

ReadReports read(std::string bytes, const ReadOptions& options = {}) {
  const ReadingTables tables;
  sources::Delivery delivery{"wire.jsonl", sources::Came::from_memory,
                             sources::stream_of(std::move(bytes))};
  return read_delivery(delivery, tables, options);
}

/// The only trouble, as it is shown.
std::string trouble_of(const ReadReports& read) {
  EXPECT_EQ(read.troubles.size(), 1U);
  return read.troubles.empty() ? "" : sources::shown(read.troubles.front());
}

TEST(JsonLines, ReadsEveryField) {
  const auto got = read(
      R"({"id":"a1","url":"https://bell.example/1","outlet":"The Bell","title":"Harbour shut",)"
      R"("published":"2026-03-01T08:30:00+03:30","lang":"en","text":"The harbour is shut.",)"
      R"("authors":["Ann Lee","Bo Ek"],"section":"World","agency":"Harbour Wire"})"
      "\n");
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(got.troubles.empty());
  const Report& report = *got.reports[0];
  EXPECT_EQ(report.id, "a1");
  EXPECT_EQ(report.url, "https://bell.example/1");
  EXPECT_EQ(report.outlet, "The Bell");
  EXPECT_EQ(report.title, "Harbour shut");
  EXPECT_EQ(report.lang, "en");
  EXPECT_EQ(report.text, "The harbour is shut.");
  EXPECT_EQ(report.published, "2026-03-01T08:30:00+03:30");
  ASSERT_TRUE(report.published_at);
  EXPECT_EQ(to_iso(report.published_at->first), "2026-03-01T05:00:00Z");
  EXPECT_EQ(report.authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(report.section, "World");
  EXPECT_EQ(report.agency, "Harbour Wire");
  EXPECT_EQ(report.path, "wire.jsonl");
}

TEST(JsonLines, KeepsTextByteForByte) {
  // No trimming, no composing, no repair: others count offsets in the same bytes.
  const auto got = read(R"({"title":"  Cafe\u0301 ","text":" \ta\r\n\n b\u200f\u0000\ufeff "})");
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_EQ(got.reports[0]->title, "  Cafe\xcc\x81 ");
  EXPECT_EQ(got.reports[0]->text, std::string(" \ta\r\n\n b\xe2\x80\x8f\0\xef\xbb\xbf ", 16));
}

TEST(JsonLines, AnIdIsMadeFromTheAddressElseFromTheText) {
  const auto got = read(
      "{\"url\":\"https://bell.example/1\",\"text\":\"abc\"}\n"
      "{\"text\":\"abc\"}\n"
      "{\"title\":\"abc\"}\n");
  ASSERT_EQ(got.reports.size(), 3U);
  EXPECT_EQ(got.reports[0]->id, "b9f462222995fd28");  // sha256sum of the address
  EXPECT_EQ(got.reports[1]->id, "ba7816bf8f01cfea");  // of "abc"
  EXPECT_EQ(got.reports[2]->id, "ba7816bf8f01cfea");
  EXPECT_EQ(got.reports[0]->outlet, "bell.example");
}

TEST(JsonLines, NullAndAbsentAndUnknownFieldsAreNoTrouble) {
  const auto got = read(
      R"({"id":null,"url":null,"outlet":null,"published":null,"lang":"","title":null,"text":"a",)"
      R"("x":{"text":7,"title":["b"]},"y":[[{"text":"c"}]],"authors":{"name":"d"},"section":4})");
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(got.troubles.empty());
  EXPECT_EQ(got.reports[0]->text, "a");
  EXPECT_TRUE(got.reports[0]->authors.empty());
  EXPECT_TRUE(got.reports[0]->section.empty());
}

TEST(JsonLines, BlankLinesMarksAndCarriageReturnsAreNoTrouble) {
  const auto got = read("\xef\xbb\xbf\n{\"text\":\"a\"}\r\n  \r\n\n{\"text\":\"b\"}");
  EXPECT_EQ(got.reports.size(), 2U);
  EXPECT_TRUE(got.troubles.empty());
}

TEST(JsonLines, ABrokenLineIsToldAndTheOthersAreUsed) {
  const auto got = read("{\"text\":\"a\"}\n{\"text\":\"b\",}\n{\"text\":\"c\"}\n");
  EXPECT_EQ(got.reports.size(), 2U);
  EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:2: byte 25: no JSON: ")) << trouble_of(got);
}

TEST(JsonLines, ALineThatBreaksOffIsTold) {
  const auto got = read("{\"text\":\"a\"}\n{\"text\":\"b");
  EXPECT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:2: byte 23: the JSON breaks off here"))
      << trouble_of(got);
}

TEST(JsonLines, WhatFollowsAReportOnItsLineMakesTheLineUnusable) {
  for (const std::string_view rest : {"{\"text\":\"b\"}", "x", "]"}) {
    const auto got = read("{\"text\":\"a\"}" + std::string{rest} + "\n{\"text\":\"c\"}\n");
    ASSERT_EQ(got.reports.size(), 1U) << rest;
    EXPECT_EQ(got.reports[0]->text, "c");
    EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:1: byte 12: ")) << trouble_of(got);
  }
}

TEST(JsonLines, AFieldOfAWrongTypeIsToldByName) {
  for (const std::string_view value : {"7", "1.5", "true", "[\"b\"]", "{\"b\":\"c\"}"}) {
    const auto got =
        read("{\"text\":\"a\",\"title\":" + std::string{value} + "}\n{\"text\":\"d\"}\n");
    ASSERT_EQ(got.reports.size(), 1U) << value;
    EXPECT_EQ(got.reports[0]->text, "d");
    EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:1: byte 12: \"title\" is "));
  }
}

TEST(JsonLines, WithoutTextAndTitleThereIsNoReport) {
  const auto got = read("{\"text\":\"a\"}\n{\"id\":\"b\",\"text\":\"\",\"title\":null}\n{}\n");
  EXPECT_EQ(got.reports.size(), 1U);
  ASSERT_EQ(got.troubles.size(), 2U);
  EXPECT_TRUE(
      sources::shown(got.troubles[0]).starts_with("wire.jsonl:2: byte 13: the report has neither"));
}

TEST(JsonLines, ALineThatIsNoObjectIsTold) {
  const auto got = read("{\"text\":\"a\"}\n[{\"text\":\"b\"}]\n\"c\"\n7\nnull\n");
  EXPECT_EQ(got.reports.size(), 1U);
  ASSERT_EQ(got.troubles.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(got.troubles[i].line, i + 2);
  }
}

TEST(JsonLines, BytesThatAreNoUtf8AreTold) {
  const auto got = read("{\"text\":\"a\"}\n{\"text\":\"caf\xe9\"}\n{\"text\":\"\xed\xa0\x80\"}\n");
  EXPECT_EQ(got.reports.size(), 1U);
  ASSERT_EQ(got.troubles.size(), 2U);
  EXPECT_EQ(got.troubles[0].line, 2U);
  EXPECT_EQ(got.troubles[0].byte, 26U);  // the quote that should have been another byte of "é"
  EXPECT_NE(got.troubles[0].error.what.find("UTF-8"), std::string::npos);
  EXPECT_NE(got.troubles[1].error.what.find("UTF-8"), std::string::npos);
}

TEST(JsonLines, HalfACharacterIsTold) {
  const auto got =
      read("{\"text\":\"\\ud83d\"}\n{\"text\":\"\\ude00\"}\n{\"text\":\"\\ud83d\\ude00\"}\n");
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_EQ(got.reports[0]->text, "\xf0\x9f\x98\x80");
  ASSERT_EQ(got.troubles.size(), 2U);
  EXPECT_NE(got.troubles[0].error.what.find("surrogate"), std::string::npos);
}

TEST(JsonLines, ANulByteIsTold) {
  const std::string in_string{"{\"text\":\"a\0b\"}\n{\"text\":\"c\"}\n", 28};
  const std::string after{"{\"text\":\"a\"}\0\n{\"text\":\"c\"}\n", 27};
  const std::string between{"{\"text\"\0:\"a\"}\n{\"text\":\"c\"}\n", 27};
  for (const std::string& bytes : {in_string, after, between}) {
    const auto got = read(bytes);
    ASSERT_EQ(got.reports.size(), 1U);
    EXPECT_EQ(got.reports[0]->text, "c");
    EXPECT_NE(trouble_of(got).find("a NUL byte"), std::string::npos) << trouble_of(got);
    EXPECT_EQ(got.troubles[0].byte, bytes.find('\0'));
  }
}

TEST(JsonLines, ADateThatIsNoneMakesTheReportUndatedWithADoubt) {
  const auto got = read("{\"text\":\"a\",\"published\":\"last Tuesday\"}\n");
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(got.troubles.empty());
  EXPECT_FALSE(got.reports[0]->published_at);
  EXPECT_EQ(got.reports[0]->published, "last Tuesday");
  ASSERT_EQ(got.reports[0]->doubts.size(), 1U);
  EXPECT_NE(got.reports[0]->doubts[0].find("last Tuesday"), std::string::npos);
}

TEST(JsonLines, ALongLineIsSkippedUnread) {
  ReadOptions options;
  options.max_report_bytes = 100'000;
  const auto got =
      read("{\"text\":\"a\"}\n{\"text\":\"" + std::string(300'000, 'x') + "\"}\n{\"text\":\"b\"}\n",
           options);
  EXPECT_EQ(got.reports.size(), 2U);
  EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:2: byte 13: the line has 300011 bytes"))
      << trouble_of(got);
}

TEST(JsonLines, ManyBrokenLinesAreCounted) {
  ReadOptions options;
  options.max_troubles = 3;
  std::string bytes = "{\"text\":\"a\"}\n";
  for (int i = 0; i < 10; ++i) {
    bytes += "{\"text\":}\n";
  }
  const auto got = read(bytes, options);
  ASSERT_EQ(got.troubles.size(), 4U);
  EXPECT_TRUE(got.troubles[3].error.what.starts_with("7 more places"));
}

TEST(JsonLines, ListsNestedAHundredThousandDeepAreNoTrouble) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  const auto got = read("{\"text\":\"a\",\"x\":" + deep + "}\n");
  EXPECT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(got.troubles.empty());
}

TEST(JsonLines, WhatTheOptionsSayStandsInstead) {
  ReadOptions options;
  options.outlet = "The Bell";
  options.published = "2026-03-02";
  options.url = "https://bell.example/2";
  options.lang = "en";
  const auto got = read(R"({"text":"a","outlet":"Other","published":"2020"})", options);
  ASSERT_EQ(got.reports.size(), 1U);
  EXPECT_EQ(got.reports[0]->outlet, "The Bell");
  EXPECT_EQ(got.reports[0]->published, "2026-03-02");
  EXPECT_EQ(got.reports[0]->url, "https://bell.example/2");
  EXPECT_EQ(got.reports[0]->lang, "en");
}

TEST(JsonDocument, ReadsAListOfReports) {
  const auto got = read("[{\"text\":\"a\"},\n {\"title\":7},\n {}, 5,\n {\"text\":\"b\"}]\n");
  EXPECT_EQ(got.reports.size(), 2U);
  ASSERT_EQ(got.troubles.size(), 3U);
  EXPECT_EQ(got.troubles[0].line, 2U);
  EXPECT_EQ(got.troubles[0].byte, 17U);
  EXPECT_EQ(got.troubles[1].line, 3U);
  EXPECT_EQ(got.troubles[2].line, 3U);
}

TEST(JsonDocument, ReadsReportsPrintedOverSeveralLines) {
  const auto got = read("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n");
  EXPECT_EQ(got.reports.size(), 2U);
  EXPECT_TRUE(got.troubles.empty());
  const auto same_line = read("{ \"title\": \"a\",\n  \"text\": \"b\" }\n");
  EXPECT_EQ(same_line.reports.size(), 1U);
  EXPECT_TRUE(same_line.troubles.empty());
}

TEST(JsonDocument, NothingAfterABrokenPlaceIsUsed) {
  const auto got = read("[{\"text\":\"a\"},\n {\"text\":\"b\",}, {\"text\":\"c\"}]");
  EXPECT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(trouble_of(got).starts_with("wire.jsonl:2: byte 28: ")) << trouble_of(got);
  const auto cut = read("[{\"text\":\"a\"},");
  EXPECT_EQ(cut.reports.size(), 1U);
  EXPECT_TRUE(trouble_of(cut).starts_with("wire.jsonl:1: byte 14: the JSON breaks off"));
}

TEST(JsonDocument, AReportThatIsTooLongEndsTheReading) {
  ReadOptions options;
  options.max_report_bytes = 200'000;
  std::string bytes = "[{\"text\":\"a\"},{\"text\":\"" + std::string(900'000, 'x') + "\"}]";
  const auto got = read(bytes, options);
  EXPECT_EQ(got.reports.size(), 1U);
  EXPECT_NE(trouble_of(got).find("more than 200000 bytes"), std::string::npos) << trouble_of(got);
}

TEST(Deliveries, EmptyAndBinaryOnesAreTold) {
  EXPECT_TRUE(trouble_of(read("")).starts_with("wire.jsonl: it is empty"));
  const auto binary = read(std::string("GIF89a\n\x01\0\x02", 10));
  EXPECT_TRUE(trouble_of(binary).starts_with("wire.jsonl:2: byte 8: it is a binary file"))
      << trouble_of(binary);
}

}  // namespace
}  // namespace factbox::reports
