#include "statements/joined/join_readers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "reports/reading.h"
#include "statements/rules/rule.h"
#include "texts/scheme.h"

namespace factbox::statements {
namespace {

/// As if the rule of that name had proposed it.
void set_rule(Attribution& attribution, std::string_view name) {
  const auto row = std::ranges::find(rules(), name, &Rule::name);
  attribution.rule = row->name;
  attribution.nature = row->nature;
}

/// A text as rules see it.
class Text {
 public:
  Text(language::Reader& reader, const mentions::MentionTables& mention_tables,
       const reports::Outlets& outlets, const StatementTables& tables, std::string words) {
    report_.text = std::move(words);
    const auto text = std::make_shared<const std::string>(report_.text);
    text_ = texts::SheetMaker{texts::english()}.make(reader.analyse(text), text);
    mentions_ = mentions::find_mentions(report_, text_, title_, mention_tables, outlets);
    reading_ = std::make_unique<Reading>(report_, Field::text, text_, mentions_, tables);
  }

  [[nodiscard]] const Reading& reading() const { return *reading_; }
  /// The tokens of the words where they first stand.
  [[nodiscard]] TokenRange tokens(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(report_.text.find(words));
    const auto end = begin + static_cast<std::uint32_t>(words.size());
    return {text_.token_at(begin), text_.token_at(end - 1) + 1};
  }
  [[nodiscard]] Attribution by_rule(std::string_view source, std::string_view cue,
                                    std::string_view content, double confidence = 0.9) const {
    Attribution made;
    set_rule(made, "said");
    made.cue = tokens(cue).first;
    made.cue_words = {tokens(cue)};
    made.verb = reading_->lemma(made.cue);
    if (!source.empty()) {
      made.sources = {phrase(source)};
    }
    made.content = {tokens(content)};
    made.clause = tokens(cue);
    made.confidence = confidence;
    return made;
  }
  [[nodiscard]] readers::Proposal proposed(std::string_view source, std::string_view cue,
                                           std::string_view content, double confidence) const {
    readers::Proposal made{tokens(cue), {}, {tokens(content)}, confidence};
    if (!source.empty()) {
      made.source = {tokens(source)};
    }
    return made;
  }
  [[nodiscard]] NounPhrase phrase(std::string_view words) const {
    return {tokens(words).past - 1, tokens(words)};
  }
  [[nodiscard]] std::string source_of(const Attribution& one) const {
    return one.sources.empty() ? "" : std::string{words(one.sources.front().tokens)};
  }
  [[nodiscard]] std::string content_of(const Attribution& one) const {
    return one.content.empty() ? "" : std::string{words(one.content.front())};
  }

 private:
  [[nodiscard]] std::string_view words(TokenRange range) const {
    return reading_->bytes(range).in(report_.text);
  }
  reports::Report report_;
  texts::Sheet text_;
  texts::Sheet title_;
  mentions::Mentions mentions_;
  std::unique_ptr<Reading> reading_;
};

class JoinReaders : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto pipeline = language::load_pipeline("models/en_core_web_sm-3.8.0");
    ASSERT_TRUE(pipeline) << pipeline.error().what;
    reader = std::make_unique<language::Reader>(*pipeline);
    auto read = reports::load_reading_tables("data/en", {});
    ASSERT_TRUE(read) << read.error().what;
    const auto tables = std::make_shared<const reports::ReadingTables>(std::move(*read));
    outlets = {tables, &tables->outlets};
    auto mentions = mentions::load_mention_tables("data/en");
    ASSERT_TRUE(mentions) << mentions.error().what;
    mention_tables = std::make_unique<mentions::MentionTables>(std::move(*mentions));
    auto statements = StatementTables::load("data/en", outlets);
    ASSERT_TRUE(statements) << statements.error().what;
    statement_tables = std::make_unique<StatementTables>(std::move(*statements));
  }
  static void TearDownTestSuite() {
    reader.reset();
    outlets.reset();
    mention_tables.reset();
    statement_tables.reset();
  }
  static Text read(std::string words) {
    return {*reader, *mention_tables, *outlets, *statement_tables, std::move(words)};
  }
  static std::vector<Attribution> join(const Text& text, std::vector<readers::Proposal> proposals,
                                       std::vector<Attribution> rules) {
    std::vector<std::int32_t> within(rules.size(), -1);
    return join_readers(text.reading(), proposals, {std::move(rules), std::move(within)})
        .attributions;
  }

  inline static std::unique_ptr<language::Reader> reader;
  inline static std::shared_ptr<const reports::Outlets> outlets;
  inline static std::unique_ptr<mentions::MentionTables> mention_tables;
  inline static std::unique_ptr<StatementTables> statement_tables;
};

TEST_F(JoinReaders, WithoutProposalsRulesStand) {
  const Text text = read("The dam is safe, Ilse Brandt said.");
  const auto joined = join(text, {}, {text.by_rule("Ilse Brandt", "said", "The dam is safe", 0.3)});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].rule, "said");
}

TEST_F(JoinReaders, OneCueIsOneAttribution) {
  const Text text = read("The dam is safe and dry, the engineer Ilse Brandt said on Monday.");
  const auto joined =
      join(text, {text.proposed("Ilse Brandt", "said", "The dam is safe and dry", 0.6)},
           {text.by_rule("the engineer Ilse Brandt", "said", "The dam is safe")});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(text.source_of(joined[0]), "the engineer Ilse Brandt") << "the same, better known";
  EXPECT_EQ(text.content_of(joined[0]), "The dam is safe and dry");
}

TEST_F(JoinReaders, AnotherSourceIsTheNetworks) {
  const Text text = read("In the town hall Ilse Brandt said the dam is safe.");
  const auto joined = join(text, {text.proposed("Ilse Brandt", "said", "the dam is safe", 0.6)},
                           {text.by_rule("the town hall", "said", "the dam is safe")});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(text.source_of(joined[0]), "Ilse Brandt");
}

TEST_F(JoinReaders, WhoStandsInAChainIsTheRules) {
  const Text text = read("In the town hall Ilse Brandt said the dam is safe, Corvus reported.");
  Attribution told = text.by_rule("the town hall", "said", "the dam is safe");
  told.carriers = {{text.phrase("Corvus"), "report"}};
  const auto joined =
      join(text, {text.proposed("Ilse Brandt", "said", "the dam is safe", 0.95)}, {told});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(text.source_of(joined[0]), "the town hall");
}

TEST_F(JoinReaders, WhatItAloneFindsIsAddedWhereItIsSureEnough) {
  const Text text = read("The dam, Ilse Brandt insisted, is safe.");
  EXPECT_TRUE(join(text, {text.proposed("Ilse Brandt", "insisted", "is safe", 0.2)}, {}).empty());
  const auto joined = join(text, {text.proposed("Ilse Brandt", "insisted", "is safe", 0.3)}, {});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].rule, "network");
  EXPECT_TRUE(joined[0].aside);
}

TEST_F(JoinReaders, WhoIsntNamedIsBelievedLess) {
  const Text text = read("The dam was said to be safe.");
  EXPECT_TRUE(join(text, {text.proposed("", "said", "to be safe", 0.4)}, {}).empty());
  EXPECT_EQ(join(text, {text.proposed("", "said", "to be safe", 0.5)}, {}).size(), 1U);
}

TEST_F(JoinReaders, InsideAnothersWordsItMakesNoHopUnlessItIsSure) {
  const Text text = read("Ilse Brandt said the mayor insisted the dam is safe.");
  const auto inside = [&](double confidence) {
    const auto joined =
        join(text,
             {text.proposed("Ilse Brandt", "said", "the mayor insisted the dam is safe", 0.9),
              text.proposed("the mayor", "insisted", "the dam is safe", confidence)},
             {text.by_rule("Ilse Brandt", "said", "the mayor insisted the dam is safe")});
    return joined.size() < 2 ? "none" : joined[1].held && joined[1].aside ? "aside" : "hop";
  };
  EXPECT_STREQ(inside(0.35), "none");
  EXPECT_STREQ(inside(0.6), "aside");
  EXPECT_STREQ(inside(0.9), "hop");
}

TEST_F(JoinReaders, WhatLiesInMendedWordsNoLongerIsNotInside) {
  const Text text =
      read("Ilse Brandt said the dam is safe, though the mayor insisted it would leak.");
  std::vector<readers::Proposal> proposals{
      text.proposed("Ilse Brandt", "said", "the dam is safe", 0.7),
      text.proposed("the mayor", "insisted", "it would leak", 0.3)};
  const Nesting joined =
      join_readers(text.reading(), proposals,
                   {{text.by_rule("Ilse Brandt", "said",
                                  "the dam is safe, though the mayor insisted it would leak")},
                    {-1}});
  ASSERT_EQ(joined.attributions.size(), 2U);
  EXPECT_EQ(joined.within[1], -1);
}

TEST_F(JoinReaders, WhatWasNotSaidIsAnAside) {
  const Text text = read("Ilse Brandt has not said when the dam will open.");
  const auto joined =
      join(text, {text.proposed("Ilse Brandt", "said", "when the dam will open", 0.95)}, {});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_TRUE(joined[0].held);
  EXPECT_TRUE(joined[0].aside);
}

TEST_F(JoinReaders, WhatIsDemandedByANounAloneIsSaidAndNothingForPages) {
  const Text text = read("The mayor demanded an inquiry.");
  const auto held = [&](double confidence) {
    const auto joined =
        join(text, {text.proposed("The mayor", "demanded", "an inquiry", confidence)}, {});
    return joined.front().held;
  };
  EXPECT_TRUE(held(0.3));
  EXPECT_FALSE(held(0.6));
  EXPECT_TRUE(
      join(text, {text.proposed("The mayor", "demanded", "an inquiry", 0.9)}, {}).front().aside);
}

TEST_F(JoinReaders, AnUnsureUndertakingIsKeptWhereAnotherTellsOfIt) {
  const Text text = read("Corvus said the mayor vowed to rebuild the dam.");
  Attribution vowed = text.by_rule("the mayor", "vowed", "to rebuild the dam", 0.4);
  set_rule(vowed, "undertaken");
  const std::vector<readers::Proposal> proposals{
      text.proposed("Corvus", "said", "the mayor vowed to rebuild the dam", 0.9)};
  const Nesting joined = join_readers(
      text.reading(), proposals,
      {{text.by_rule("Corvus", "said", "the mayor vowed to rebuild the dam"), vowed}, {-1, 0}});
  ASSERT_EQ(joined.attributions.size(), 2U);
  EXPECT_TRUE(joined.attributions[1].aside);
  EXPECT_EQ(joined.within[1], 0);
}

TEST_F(JoinReaders, AnUnsureVerbThatOnlyTheRulesTakeForACueIsDroppedUnlessItRelays) {
  const Text text = read(
      "Ilse Brandt said the dam is safe. Reuters and the mayor confirmed the storm had passed.");
  const auto proposal = text.proposed("Ilse Brandt", "said", "the dam is safe", 0.9);
  const auto found = [&](Attribution other) {
    return join(text, {proposal},
                {text.by_rule("Ilse Brandt", "said", "the dam is safe"), std::move(other)})
        .size();
  };
  const auto by = [&](std::string_view source, double confidence) {
    return text.by_rule(source, "confirmed", "the storm had passed", confidence);
  };
  EXPECT_EQ(found(by("the mayor", 0.7)), 1U);
  EXPECT_EQ(found(by("Reuters", 0.45)), 1U);
  EXPECT_EQ(found(by("Reuters", 0.8)), 2U);
  Attribution asked = by("the mayor", 0.6);
  set_rule(asked, "asked");
  EXPECT_EQ(found(asked), 2U) << "the network has seen little of what other rules find";
  asked.confidence = 0.4;
  EXPECT_EQ(found(asked), 1U);
  Attribution quoted = by("the mayor", 0.6);
  quoted.quotation = true;
  EXPECT_EQ(found(quoted), 2U);
}

TEST_F(JoinReaders, AVerbInsideWhatARelayTellsIsKept) {
  const Text text = read("According to Reuters, the mayor said the storm had passed.");
  Attribution relay =
      text.by_rule("Reuters", "According to", "the mayor said the storm had passed");
  set_rule(relay, "according_to");
  const std::vector<readers::Proposal> proposals{
      text.proposed("Reuters", "According to", "the mayor said the storm had passed", 0.9)};
  const Nesting joined = join_readers(
      text.reading(), proposals,
      {{relay, text.by_rule("the mayor", "said", "the storm had passed", 0.8)}, {-1, 0}});
  EXPECT_EQ(joined.attributions.size(), 2U);
}

TEST_F(JoinReaders, TheyComeInTheOrderOfTheirCues) {
  const Text text = read("Ilse Brandt said the dam is safe. Reuters insisted it would leak.");
  const auto joined = join(text, {text.proposed("Ilse Brandt", "said", "the dam is safe", 0.9)},
                           {text.by_rule("Reuters", "insisted", "it would leak")});
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(text.source_of(joined[0]), "Ilse Brandt");
  EXPECT_EQ(text.source_of(joined[1]), "Reuters");
}

}  // namespace
}  // namespace factbox::statements
