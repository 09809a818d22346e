#include "stories/proposition_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "texts/scheme.h"

namespace factbox::stories {
namespace {

texts::Sheet sheet_of(language::Reader& reader, const std::shared_ptr<const std::string>& text) {
  return texts::SheetMaker{texts::english()}.make(reader.analyse(text), text);
}

class PropositionTest : public ::testing::Test {
 protected:
  /// Reads one statement, whose content is all of the text or its `parts`.
  static Proposition read(const std::string& text, std::vector<ByteRange> parts = {}) {
    static const auto language =
        language::load_pipeline("models/en_core_web_sm-3.8.0", "data/en/model.sha256").value();
    static const auto tables = mentions::load_mention_tables("data/en").value();
    static const Lexicon lexicon = Lexicon::load("data/en").value();
    reports::Report printed;
    printed.id = "a";
    printed.published = "2026-03-04";
    printed.published_at = read_time(printed.published).value();
    printed.text = text;
    statements::ReadReport report;
    report.report = std::make_shared<const reports::Report>(std::move(printed));
    language::Reader reader{language};
    const auto& kept = report.report;
    report.text = sheet_of(reader, std::shared_ptr<const std::string>(kept, &kept->text));
    report.title = sheet_of(reader, std::shared_ptr<const std::string>(kept, &kept->title));
    report.mentions = mentions::find_mentions(*kept, report.text, report.title, tables, {});
    statements::Statement statement;
    statement.content = std::move(parts);
    if (statement.content.empty()) {
      statement.content = {{0, static_cast<std::uint32_t>(text.size())}};
    }
    statement.chain.push_back({});
    PropositionReader propositions{lexicon};
    return propositions.read(report, statement, "Islander");
  }

  static std::vector<WordKey> keys(const Proposition& of) {
    std::vector<WordKey> keys;
    for (const ContentWord& word : of.words) {
      keys.push_back(word.key);
    }
    return keys;
  }
};

TEST_F(PropositionTest, KindredWordsAndThePassiveAreOne) {
  const Proposition active = read("The coast guard detained the captain.");
  const Proposition passive = read("The captain was arrested by the coast guard.");
  EXPECT_EQ(active.predicate, passive.predicate);
  EXPECT_EQ(active.subjects, passive.subjects);
  EXPECT_EQ(active.objects, passive.objects);
}

TEST_F(PropositionTest, AFigureHangsOnWhatHappened) {
  const Proposition killed = read("Twelve fishermen were killed in the fire.");
  const Proposition injured = read("Twelve fishermen were injured in the fire.");
  ASSERT_EQ(killed.counts.size(), 1U);
  ASSERT_EQ(injured.counts.size(), 1U);
  EXPECT_EQ(killed.counts[0].low, 12);
  EXPECT_EQ(killed.counts[0].unit, injured.counts[0].unit);
  EXPECT_NE(killed.counts[0].event, injured.counts[0].event);
}

TEST_F(PropositionTest, OnlyAndNotOnlyAreToldApart) {
  const Proposition only = read("They will discuss only fish.");
  const Proposition more = read("They will discuss not only fish.");
  EXPECT_NE(only.only, 0U);
  EXPECT_EQ(only.only, more.not_only);
  EXPECT_EQ(more.only, 0U);
}

TEST_F(PropositionTest, TheOrderOfPartsDoesNotMatter) {
  const std::string text = "The ferries were held in the harbor and nobody knew why.";
  const auto cut = static_cast<std::uint32_t>(text.find("and"));
  const auto end = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(keys(read(text, {{cut, end}, {0, cut}})), keys(read(text, {{0, cut}, {cut, end}})));
  EXPECT_EQ(keys(read(text, {{0, end}, {cut, end}})), keys(read(text)));
}

TEST_F(PropositionTest, WhatHasNoEndIsReadAtItsBeginning) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    text += "ferries and ";
  }
  EXPECT_LE(read(text).words.size(), 400U);
}

}  // namespace
}  // namespace factbox::stories
