#include "factboxes/compile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "desk/knowledge.h"
#include "desk/pipeline.h"
#include "stories/compile_story.h"

namespace factbox::factboxes {
namespace {

/// All that the product knows, loaded once for all tests.
const desk::LanguageKnowledge& knowledge() {
  static const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .minilm = "models/all-minilm-l6-v2-0.1.0"}, OneByOne{});
  static const auto english = loaded.value()->of("en");
  return *english;
}

class CompileTest : public ::testing::Test {
 protected:
  void add(const std::string& outlet, const std::string& published, const std::string& text) {
    reports::Report report;
    report.id = "r" + std::to_string(reports_.size());
    report.outlet = outlet;
    report.published = published;
    if (const auto time = read_time(published)) {
      report.published_at = *time;
    }
    report.text = text;
    static desk::ReportReader reader{
        {std::shared_ptr<const desk::LanguageKnowledge>{}, &knowledge()}};
    reports_.push_back(reader.read(std::make_shared<const reports::Report>(std::move(report))));
  }

  void make_story() {
    story_ = stories::compile_story(reports_, *knowledge().outlets, *knowledge().stories);
  }

  [[nodiscard]] Compilation compile(const CompileOptions& options = {}) const {
    const OneByOne executor;
    return factboxes::compile(story_, reports_,
                              {*knowledge().outlets, knowledge().style, *knowledge().stories,
                               *knowledge().meanings, executor},
                              options);
  }

  /// The claim whose first statement has these words.
  [[nodiscard]] std::uint32_t claim(std::string_view words) const {
    for (std::uint32_t i = 0; i < story_.claims.size(); ++i) {
      const auto ref = story_.claims[i].representative;
      const auto& statement = reports_[ref.report].statements[ref.statement];
      for (const auto range : statement.content) {
        if (range.in(reports_[ref.report].report->of(statement.field)).find(words) !=
            std::string_view::npos) {
          return i;
        }
      }
    }
    ADD_FAILURE() << "no claim has " << words;
    return 0;
  }

  void contradict(const std::vector<std::string_view>& sides) {
    stories::Contradiction made{"x1", "ferries", stories::ContradictionKind::number, {}};
    for (const auto side : sides) {
      made.sides.push_back({claim(side)});
    }
    story_.contradictions = {std::move(made)};
  }

  static std::vector<std::string> texts(const Factbox& page, std::string_view heading = "") {
    std::vector<std::string> found;
    for (const auto& section : page.sections) {
      for (const auto& line : section.lines) {
        if (heading.empty() || section.heading == heading) {
          found.push_back(line.text);
        }
      }
    }
    return found;
  }

  [[nodiscard]] std::size_t errors(const Factbox& page) const {
    std::vector<reports::ReportPtr> all;
    for (const auto& read : reports_) {
      all.push_back(read.report);
    }
    std::size_t count = 0;
    for (const auto& finding : check(page, all, knowledge().style)) {
      if (finding.severity == Severity::error) {
        ++count;
        ADD_FAILURE() << finding.rule << " " << finding.line << ": " << finding.why;
      }
    }
    return count;
  }

  std::vector<statements::ReadReport> reports_;
  stories::Story story_;
};

using Texts = std::vector<std::string>;

constexpr const char* kClosed =
    "The harbour board closed the northern pier of Oster on Tuesday after a storm damaged its "
    "gates.\n\nAt least 14 ferries stayed in port, Harbour Master Ina Voss said.";
constexpr const char* kNoFerry =
    "No ferry stayed in port because of the pier, the ferry line Norlin said.\n\nThe northern pier "
    "of Oster was built in 1962.";

TEST_F(CompileTest, PutsContradictionsSideBySide) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  add("Oster Echo", "2031-02-05T12:00:00Z", kNoFerry);
  make_story();
  contradict({"14 ferries", "No ferry"});
  const auto compiled = compile();
  EXPECT_EQ(texts(compiled.page, "In dispute"),
            (Texts{"At least 14 ferries stayed in port, Harbour Master Ina Voss said, Tidal Post "
                   "reported.",
                   "No ferry stayed in port because of the pier, the ferry line Norlin said, Oster "
                   "Echo reported."}));
  ASSERT_EQ(compiled.page.contradictions.size(), 1U);
  EXPECT_EQ(compiled.page.contradictions[0].kind, "number");
  EXPECT_EQ(errors(compiled.page), 0U);
}

TEST_F(CompileTest, HidesNoLoser) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  add("Oster Echo", "2031-02-05T12:00:00Z",
      "They said that no ferry stayed in port because of the northern pier of Oster.");
  make_story();
  contradict({"14 ferries", "no ferry"});
  // One side makes no whole line: then the other isn't printed as if nobody objected.
  const auto compiled = compile();
  EXPECT_TRUE(compiled.page.contradictions.empty());
  for (const auto& text : texts(compiled.page)) {
    EXPECT_EQ(text.find("14 ferries"), std::string::npos) << text;
  }
}

TEST_F(CompileTest, KeepsTheHistoryOfAFigure) {
  add("Tidal Post", "2031-02-05T10:00:00Z",
      "At least 4 people were hurt by the storm in the harbour of Oster, the Harbour Police said.");
  add("Tidal Post", "2031-02-06T10:00:00Z",
      "At least 9 people were hurt by the storm in the harbour of Oster, the Harbour Police said.");
  make_story();
  const auto before = claim("At least 4");
  const auto after = claim("At least 9");
  ASSERT_NE(before, after);
  story_.claims[before].superseded_by = after;
  story_.claims[before].corrected = true;
  const auto page = compile().page;
  EXPECT_EQ(texts(page).size(), 1U);
  ASSERT_EQ(page.figures.size(), 1U);
  ASSERT_EQ(page.figures[0].history.size(), 2U);
  EXPECT_EQ(page.figures[0].history[0].value, "4");
  EXPECT_EQ(page.figures[0].history[1].value, "9");
  EXPECT_EQ(page.sections[0].lines[0].status, Status::corrected);
  EXPECT_EQ(errors(page), 0U);
}

TEST_F(CompileTest, TakesNoMoreLinesThanWanted) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  add("Oster Echo", "2031-02-05T12:00:00Z", kNoFerry);
  make_story();
  EXPECT_EQ(texts(compile().page).size(), 4U);
  CompileOptions options;
  options.max_lines = 2;
  EXPECT_EQ(texts(compile(options).page).size(), 2U);
}

TEST_F(CompileTest, LeavesOutWhatIsNotSureEnough) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  make_story();
  CompileOptions options;
  options.min_confidence = 1.01;
  EXPECT_TRUE(texts(compile(options).page).empty());
}

TEST_F(CompileTest, SaysWhatItIsCompiledFrom) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  add("Oster Echo", "2031-02-05T12:00:00Z", kNoFerry);
  make_story();
  CompileOptions options;
  options.as_of = read_time("2031-02-06")->first;
  options.timezone = Zone{std::chrono::minutes{90}};
  options.undated = 1;
  const auto page = compile(options).page;
  EXPECT_EQ(page.compiled.formula,
            "Compiled from 2 reports of 2 outlets (2 independent origins), known as of 6 February "
            "2031, 01:30 UTC+1:30; 1 report without a date left out");
  EXPECT_EQ(page.as_of, "2031-02-06T00:00:00Z");
}

/// A day that a report prints is that day in every zone, and no midnight.
TEST_F(CompileTest, KnowsADayFromItsFirstMoment) {
  add("Tidal Post", "2031-02-05", kClosed);
  make_story();
  EXPECT_TRUE(compile().page.compiled.formula.ends_with(", known as of 5 February 2031"));
}

TEST_F(CompileTest, KnowsThatDatesAreUnknown) {
  add("Tidal Post", "", kClosed);
  make_story();
  const auto page = compile().page;
  EXPECT_EQ(page.as_of, "");
  EXPECT_EQ(page.compiled.formula,
            "Compiled from 1 report of 1 outlet (1 independent origin), dates unknown");
}

TEST_F(CompileTest, NamesNoOutletWhereNoneIsKnown) {
  add("", "2031-02-05T10:00:00Z", kClosed);
  make_story();
  const auto page = compile().page;
  EXPECT_EQ(page.compiled.formula,
            "Compiled from 1 report of unknown outlets (1 independent origin), known as of 5 "
            "February 2031, 10:00 UTC");
  const auto lines = texts(page);
  ASSERT_EQ(lines.size(), 2U);
  for (const auto& line : lines) {
    EXPECT_TRUE(line.ends_with(", a report said.")) << line;
  }
  EXPECT_EQ(errors(page), 0U);
}

TEST_F(CompileTest, MakesAPageOfNoClaims) {
  add("Tidal Post", "2031-02-05T10:00:00Z", "Pier.");
  make_story();
  const auto page = compile().page;
  EXPECT_TRUE(page.sections.empty());
  EXPECT_FALSE(page.lead);
}

TEST_F(CompileTest, TracesEveryWordOfEveryLine) {
  add("Tidal Post", "2031-02-05T10:00:00Z", kClosed);
  add("Oster Echo", "2031-02-05T12:00:00Z", kNoFerry);
  add("Oster Echo", "2031-02-06T12:00:00Z",
      "“We will open the northern pier tomorrow,” Voss said. “It is safe now.”\n\nHarbour Master "
      "Ina Voss also told Reuters that the repairs had cost about 2 million crowns, a source in "
      "the town hall said on Monday.");
  make_story();
  EXPECT_EQ(errors(compile().page), 0U);
}

}  // namespace
}  // namespace factbox::factboxes
