#include "codec/read_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>

#include "codec/byte_reader.h"
#include "codec/byte_writer.h"

namespace factbox::codec {
namespace {

using std::chrono_literals::operator""h;

constexpr StageVersions kStages{1, 2, 3, 400};
constexpr std::size_t kVersionAt = 4;

texts::Sheet sheet_of(const std::shared_ptr<const std::string>& text) {
  texts::SheetParts parts;
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text->size());
  for (std::uint32_t at = 0; at <= size; ++at) {
    if (at < size && (*text)[at] != ' ') {
      continue;
    }
    if (at > begin) {
      const auto lemma = static_cast<std::uint32_t>(parts.lemmas.size());
      parts.lemmas += at % 2 == 0 ? "be" : text->substr(begin, at - begin);
      const auto token = static_cast<std::uint32_t>(parts.tokens.size());
      parts.tokens.push_back({{begin, at},
                              {lemma, static_cast<std::uint32_t>(parts.lemmas.size())},
                              token == 0 ? 0 : (token == 4 ? 1 : token - 1),
                              texts::Link::subject,
                              texts::Form::name,
                              texts::WordClass::verb,
                              token == 0,
                              false});
    }
    begin = at + 1;
  }
  if (!parts.tokens.empty()) {
    parts.names.push_back({{0, 1}, texts::NameType::polity});
  }
  return {text, std::move(parts)};
}

/// One with something in every field.
statements::Statement whole_statement() {
  statements::Statement one;
  one.content = {{0, 38}};
  one.cue = {{56, 60}};
  one.source = {{40, 55}};
  one.kind = statements::Kind::indirect;
  one.act = statements::Act::thought;
  one.chain = {{statements::Role::speaker, 1, ByteRange{40, 55}, "Åsa Lund", "mayor",
                "person:asa-lund", statements::Anonymity::role, "tell", false},
               {statements::Role::outlet, 0, std::nullopt, "Norpress", "", "",
                statements::Anonymity::named, "", true}};
  one.modality = statements::Modality::planned;
  one.polarity = statements::Polarity::negative;
  one.relays = true;
  one.said = {"2031-02-05", std::nullopt};
  one.event = {"2031-02-10", ByteRange{32, 38}};
  one.confidence = 0.75;
  return one;
}

/// The same.
statements::ReadReport whole_report() {
  auto report = std::make_shared<reports::Report>();
  report->id = "r1";
  report->url = "https://norpress.example/pier";
  report->outlet = "Norpress";
  report->title = "Pier to close";
  report->text = "Ödvik's pier is   closed until Monday, Mayor Åsa Lund told Norpress.";
  report->lang = "en";
  report->published = "2031-02-05T10:00:00+01:00";
  report->published_at = *read_time(report->published);
  report->published_estimated = true;
  report->authors = {"Ina Voss", "Jan Holm"};
  report->dateline = "ÖDVIK";
  report->agency = "Corvus";
  report->section = "Harbour";
  report->canonical_url = report->url;
  report->modified = "2031";
  report->anchor = "#3";
  report->fetched = "2031-02-06";
  report->sha256 = std::string(64, 'a');
  report->path = "pier\xff.html";
  report->doubts = {"no byline"};
  statements::ReadReport read;
  read.report = report;
  read.text = sheet_of({report, &report->text});
  read.title = sheet_of({report, &report->title});
  const Instant day = read_time("2031-02-10")->first;
  read.mentions.times = {
      {{Field::text, {32, 38}}, mentions::TimexType::date, "2031-02-10", day, day + 24h, day}};
  read.mentions.figures = {{{Field::title, {0, 4}},
                            1.5,
                            2.5,
                            "at least",
                            mentions::Bound::above,
                            "pier",
                            "piers",
                            ByteRange{0, 4}}};
  read.mentions.entities = {{"person:asa-lund",
                             "Åsa Lund",
                             texts::NameType::person,
                             "politician",
                             {{{Field::text, {40, 45}}, "Mayor", "Ödvik"}}}};
  read.mentions.names = {
      {{Field::text, {46, 55}}, texts::NameType::person, 0, "person", ByteRange{40, 45}}};
  statements::Statement one = whole_statement();
  read.statements = {one, one};
  one.aside = true;
  one.field = Field::title;
  one.content = {{0, 4}};
  one.cue.clear();
  one.source.clear();
  one.chain.resize(1);
  one.chain[0].hop = 0;
  one.chain[0].span = ByteRange{0, 4};
  one.event.reset();
  read.asides = {one};
  read.doubts = {"too long"};
  return read;
}

void expect_same(const statements::ReadReport& a, const statements::ReadReport& b) {
  EXPECT_EQ(*a.report, *b.report);
  EXPECT_EQ(a.text.parts(), b.text.parts());
  EXPECT_EQ(a.title.parts(), b.title.parts());
  EXPECT_EQ(a.mentions, b.mentions);
  EXPECT_EQ(a.statements, b.statements);
  EXPECT_EQ(a.asides, b.asides);
  EXPECT_EQ(a.doubts, b.doubts);
}

TEST(ReadReportCodec, GivesBackWhatItWasGiven) {
  const auto read = whole_report();
  const auto bytes = encode(read, kStages);
  const auto again = decode(bytes);
  ASSERT_TRUE(again) << again.error().what;
  expect_same(read, *again);
  EXPECT_EQ(encode(*again, kStages), bytes);
  EXPECT_EQ(again->text.text().data(), again->report->text.data());
  EXPECT_EQ(stages_of(bytes).value(), kStages);
}

TEST(ReadReportCodec, KeepsAReportThatSaysNothing) {
  statements::ReadReport read;
  read.report = std::make_shared<const reports::Report>();
  const auto again = decode(encode(read, {}));
  ASSERT_TRUE(again) << again.error().what;
  expect_same(read, *again);
}

TEST(ReadReportCodec, RefusesEveryBeginningOfAValue) {
  const auto bytes = encode(whole_report(), kStages);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = decode(std::string_view{bytes}.substr(0, size));
    ASSERT_FALSE(read) << size;
    EXPECT_EQ(read.error().kind, ErrorKind::malformed);
  }
  EXPECT_FALSE(decode(bytes + '\0'));
}

TEST(ReadReportCodec, RefusesEveryFlippedBit) {
  auto bytes = encode(whole_report(), kStages);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const char was = bytes[bit / 8];
    bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(was) ^ (1U << (bit % 8)));
    EXPECT_FALSE(decode(bytes)) << "bit " << bit;
    EXPECT_FALSE(stages_of(bytes)) << "bit " << bit;
    bytes[bit / 8] = was;
  }
}

TEST(ReadReportCodec, SaysThatTheVersionIsAnother) {
  auto bytes = encode(whole_report(), kStages);
  bytes[kVersionAt] = 7;
  const auto read = decode(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::unsupported);
  EXPECT_EQ(read.error().what,
            "a read report of version 7, and this program reads version 1: make it anew from the "
            "report");
}

bool lies_in(ByteRange range, std::string_view text) {
  return range.begin <= range.end && range.end <= text.size() && on_letter(text, range.begin) &&
         on_letter(text, range.end);
}

/// Bodies that somebody altered and sealed again: refused, or all places lie in the text.
TEST(ReadReportCodec, HoldsWhateverIsSealedToItsPlaces) {
  const auto bytes = encode(whole_report(), kStages);
  const auto body = bytes.substr(kEnvelopeBytes);
  std::mt19937 random{20};
  std::size_t kept = 0;
  constexpr int kTurns = 20'000;
  for (int turn = 0; turn < kTurns; ++turn) {
    auto altered = body;
    for (auto n = random() % 3 + 1; n > 0; --n) {
      const auto at = random() % altered.size();
      if (random() % 8 == 0) {
        altered.erase(at, random() % 4);
      } else {
        altered[at] = static_cast<char>(random());
      }
    }
    const auto sealed = seal(kReadReport, altered);
    const auto read = decode(sealed);
    if (!read) {
      EXPECT_EQ(read.error().kind, ErrorKind::malformed);
      continue;
    }
    ++kept;
    const reports::Report& report = *read->report;
    for (const auto* found : {&read->statements, &read->asides}) {
      for (const auto& one : *found) {
        for (const auto* ranges : {&one.content, &one.cue, &one.source}) {
          EXPECT_TRUE(std::ranges::all_of(
              *ranges, [&](ByteRange range) { return lies_in(range, report.of(one.field)); }));
        }
      }
    }
    const auto again = decode(encode(*read, kStages));
    ASSERT_TRUE(again) << again.error().what;
    expect_same(*read, *again);
  }
  EXPECT_GT(kept, 0U);
}

TEST(ReadReportCodec, RefusesHeadsThatRunInACircle) {
  auto read = whole_report();
  auto parts = read.text.parts();
  parts.tokens[1].head = 2;
  parts.tokens[2].head = 1;
  read.text = texts::Sheet{{read.report, &read.report->text}, std::move(parts)};
  const auto again = decode(encode(read, kStages));
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().what.ends_with("heads that run in a circle")) << again.error().what;
}

TEST(ReadReportCodec, RefusesPlacesInsideOfALetter) {
  auto read = whole_report();
  read.statements[0].content = {{1, 38}};
  const auto again = decode(encode(read, kStages));
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().what.ends_with("a place inside of a letter")) << again.error().what;
}

TEST(ReadReportCodec, TakesNoMoreMemoryForRepeatedWordsThanTheirBytesAreWorth) {
  statements::ReadReport read;
  auto report = std::make_shared<reports::Report>();
  constexpr std::size_t kDoubts = 100'000;
  report->doubts.assign(kDoubts, std::string(kLongestRemembered, 'x'));
  read.report = report;
  const auto bytes = encode(read, {});
  EXPECT_GT(bytes.size(), kDoubts * kLongestRemembered / (kRepeatedPerByte + 8));
  const auto again = decode(bytes);
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(*again->report, *report);
}

}  // namespace
}  // namespace factbox::codec
