#include "desk/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace factbox::desk {
namespace {

/// The tests' working folder is the tree's root.
const std::shared_ptr<const LanguageKnowledge>& knowledge() {
  static const auto ours = [] {
    const auto loaded = Knowledge::load(
        {.data = "data", .models = "models", .depth = Depth::statements}, OneByOne{});
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().what);
    return loaded ? (*loaded)->of("en") : nullptr;
  }();
  return ours;
}

reports::ReportPtr report_of(std::string text, std::string title = {}) {
  reports::Report report;
  report.id = "r";
  report.outlet = "Kyodo";
  report.text = std::move(text);
  report.title = std::move(title);
  return std::make_shared<const reports::Report>(std::move(report));
}

std::string repeated(const std::string& unit, std::size_t times) {
  std::string text;
  for (std::size_t n = 0; n < times; ++n) {
    text += unit;
  }
  return text;
}

bool begins_letter(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool lies_in(ByteRange range, std::string_view text) {
  return range.begin <= range.end && range.end <= text.size() && begins_letter(text, range.begin) &&
         begins_letter(text, range.end);
}

/// Whether all ranges of a statement lie in its field, on letters.
bool lies_in_report(const statements::Statement& statement, const reports::Report& report) {
  const std::string& text = report.of(statement.field);
  const auto lies = [&](ByteRange range) { return lies_in(range, text); };
  return std::ranges::all_of(statement.content, lies) && std::ranges::all_of(statement.cue, lies) &&
         std::ranges::all_of(statement.source, lies) &&
         std::ranges::all_of(statement.chain, [&](const statements::ChainMember& member) {
           return !member.span || lies(*member.span);
         });
}

TEST(ReportReader, ReadsAnyTextIntoRangesThatLieInIt) {
  ASSERT_NE(knowledge(), nullptr);
  ReportReader reader{knowledge()};
  constexpr std::size_t kTimes = 1000;
  for (const std::string& unit :
       {std::string{"\"Yes,\" he said. "}, std::string{"said "}, std::string{"\""},
        std::string{"“He said "}, std::string{"he said that "}, std::string{"according to "},
        std::string{"THE MINISTER SAID THE TALKS HAD FAILED, REUTERS REPORTED. "},
        std::string{"he said, citing a source, "}, std::string{"X and "}, std::string{"a: "},
        std::string{"(he said "}, std::string{"Министр сказал: “нет”, 部長は言った。 "},
        std::string{"1\t2\t3\n"}, std::string{"\n\n\"a"}, std::string{"SPEAKER: We go on.\n\n"}}) {
    const auto report = report_of(repeated(unit, kTimes), repeated(unit, 10));
    const statements::ReadReport read = reader.read(report);
    EXPECT_TRUE(std::ranges::all_of(read.statements, [&](const statements::Statement& one) {
      return lies_in_report(one, *report) && !one.chain.empty();
    })) << unit;
  }
}

TEST(ReportReader, TenThousandQuotationsGiveOneStatementEach) {
  ASSERT_NE(knowledge(), nullptr);
  constexpr std::size_t kQuotations = 10'000;
  const auto report = report_of(repeated("\"The road is open,\" he said. ", kQuotations));
  const statements::ReadReport read = ReportReader{knowledge()}.read(report);
  EXPECT_LE(read.statements.size(), kQuotations);
  EXPECT_GE(read.statements.size(), kQuotations * 9 / 10);
}

TEST(ReportReader, AnswersTheSameWhateverWasReadBefore) {
  ASSERT_NE(knowledge(), nullptr);
  const auto one = report_of("The road is open, Mayor Omar Haddad said. He named no date.");
  const auto other = report_of("\"No,\" she told Reuters, which had asked twice.");
  ReportReader reader{knowledge()};
  const auto first = reader.read(one).statements;
  (void)reader.read(other);
  const auto again = reader.read(one).statements;
  ASSERT_EQ(first.size(), again.size());
  for (std::size_t n = 0; n < first.size(); ++n) {
    EXPECT_EQ(first[n].content, again[n].content);
    EXPECT_EQ(first[n].confidence, again[n].confidence);
  }
}

TEST(ReportReader, EmptyReportsSayNothing) {
  ASSERT_NE(knowledge(), nullptr);
  EXPECT_TRUE(ReportReader{knowledge()}.read(report_of("")).statements.empty());
}

TEST(Stages, HaveEachAVersion) {
  ASSERT_FALSE(stages().empty());
  EXPECT_TRUE(std::ranges::all_of(stages(), [](const Stage& each) { return each.version > 0; }));
}

}  // namespace
}  // namespace factbox::desk
