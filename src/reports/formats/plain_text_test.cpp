#include "reports/formats/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "reports/read_reports.h"

namespace factbox::reports {
namespace {

const ReadingTables& tables() {
  static const ReadingTables loaded = load_reading_tables("data/en").value();
  return loaded;
}

ReadReports read(std::string bytes, const ReadOptions& options = {}) {
  sources::Delivery delivery{"note.txt", sources::Came::from_memory,
                             sources::stream_of(std::move(bytes))};
  return read_delivery(delivery, tables(), options);
}

Report only_report(std::string bytes, const ReadOptions& options = {}) {
  const auto got = read(std::move(bytes), options);
  EXPECT_EQ(got.reports.size(), 1U);
  EXPECT_TRUE(got.troubles.empty());
  return got.reports.empty() ? Report{} : *got.reports.front();
}

TEST(PlainText, TheLinesAboveSayWhatAPageWould) {
  const Report report = only_report(
      "Talks go on in Muscat\n"
      "Harbour Wire, 12 April 2026, 08:30 UTC\n"
      "By Ann Lee and Bo Ek\n"
      "https://harbourwire.example/talks\n"
      "\n"
      "MUSCAT (Reuters) - The talks go on,\nofficials said.\n"
      "\n"
      "Nobody expects them to end.\n");
  EXPECT_EQ(report.title, "Talks go on in Muscat");
  EXPECT_EQ(report.outlet, "Harbour Wire");
  EXPECT_EQ(report.published, "2026-04-12T08:30:00+00:00");
  EXPECT_EQ(report.authors, (std::vector<std::string>{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(report.url, "https://harbourwire.example/talks");
  EXPECT_EQ(report.text,
            "MUSCAT (Reuters) - The talks go on, officials said.\n\nNobody expects them to end.");
  EXPECT_EQ(report.dateline, "MUSCAT");
  EXPECT_EQ(report.agency, "Reuters");
  EXPECT_TRUE(report.doubts.empty());
  EXPECT_EQ(report.sha256.size(), 64U);
}

TEST(PlainText, LabelsSayItToo) {
  const Report report = only_report(
      "Title: Talks go on\nOutlet: The Bell\nDate: April 12, 2026\nAuthor: Ann Lee\nURL: "
      "https://bell.example/2\nLang: en\n\nThey go on.\n");
  EXPECT_EQ(report.title, "Talks go on");
  EXPECT_EQ(report.outlet, "The Bell");
  EXPECT_EQ(report.published, "2026-04-12");
  EXPECT_EQ(report.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(report.url, "https://bell.example/2");
  EXPECT_EQ(report.lang, "en");
  EXPECT_EQ(report.text, "They go on.");
}

TEST(PlainText, ProseIsNoHead) {
  const Report report = only_report("The talks go on, officials said on 12 April 2026.\n\nMore.\n");
  EXPECT_EQ(report.title, "");
  EXPECT_EQ(report.published, "");
  EXPECT_EQ(report.text, "The talks go on, officials said on 12 April 2026.\n\nMore.");
  ASSERT_EQ(report.doubts.size(), 1U);
  EXPECT_NE(report.doubts[0].find("second line"), std::string::npos);
}

TEST(PlainText, AnOutletAloneMustBeKnown) {
  EXPECT_EQ(only_report("Talks go on\nReuters\n\nThey go on.\n").outlet, "Reuters");
  const Report unknown = only_report("Talks go on\n\nMuscat\n\nThey go on.\n");
  EXPECT_EQ(unknown.outlet, "");
  EXPECT_EQ(unknown.text, "Muscat\n\nThey go on.");
}

TEST(PlainText, LinesBrokenToAWidthAreJoined) {
  EXPECT_EQ(only_report("The talks go on in\nMuscat, and nobody\nexpects an end.\n").text,
            "The talks go on in Muscat, and nobody expects an end.");
  EXPECT_EQ(only_report("The talks go on.\nNobody expects an end.\nThat is all.\n").text,
            "The talks go on.\n\nNobody expects an end.\n\nThat is all.");
}

TEST(PlainText, AHeadlineAloneIsAReport) {
  const Report report = only_report("Talks go on in Muscat\n");
  EXPECT_EQ(report.title, "Talks go on in Muscat");
  EXPECT_EQ(report.text, "");
}

TEST(PlainText, OptionsSayWhatTheFileDoesNot) {
  ReadOptions options;
  options.outlet = "The Bell";
  options.published = "2026-04-12";
  const Report report = only_report("They go on.\n", options);
  EXPECT_EQ(report.outlet, "The Bell");
  EXPECT_EQ(report.published, "2026-04-12");
  EXPECT_TRUE(report.doubts.empty());
}

TEST(PlainText, AsItIsMeansByteForByte) {
  ReadOptions options;
  options.text_as_it_is = true;
  const std::string bytes = "Talks go on\n\n  12 April 2026  \n e\xcc\x81 \n";
  const Report report = only_report(bytes, options);
  EXPECT_EQ(report.text, bytes);
  EXPECT_EQ(report.title, "");
}

TEST(PlainText, OtherEncodingsAreReadAndSaid) {
  EXPECT_EQ(only_report(std::string{"\xff\xfeh\0i\0.\0", 8}).text, "hi.");
  EXPECT_EQ(only_report("\xef\xbb\xbfhi.").text, "hi.");
  std::string french;
  for (int i = 0; i < 20; ++i) {
    french += "Les n\xe9gociations sont \xe0 l'arr\xeat, dit le ministre d\xe9missionnaire.\n\n";
  }
  const Report report = only_report(french);
  EXPECT_NE(report.text.find("négociations"), std::string::npos);
  EXPECT_NE(report.doubts.back().find("encoding: "), std::string::npos);
}

TEST(PlainText, AHugeOneIsToldAndNotKept) {
  const auto got = read(std::string(50U << 20U, 'a'));
  EXPECT_TRUE(got.reports.empty());
  ASSERT_EQ(got.troubles.size(), 1U);
  EXPECT_EQ(got.troubles[0].error.kind, ErrorKind::too_large);
}

TEST(PlainText, WordlessAndForeignFilesAreTold) {
  EXPECT_NE(read(" \n\n\t\n").troubles.at(0).error.what.find("no words"), std::string::npos);
  EXPECT_EQ(read("%PDF-1.4\n%stuff").troubles.at(0).error.kind, ErrorKind::unsupported);
}

}  // namespace
}  // namespace factbox::reports
