// What no newspaper prints: the stage must end in time that grows with the text, and every range
// must lie in it.

#include <gtest/gtest.h>

#include <ctime>
#include <memory>

#include "language/analysis_builder.h"
#include "mentions/find_mentions.h"

namespace factbox::mentions {
namespace {

/// An analysis that says the same of every word: one sentence, one head, all names.
language::Analysis read_blindly(std::string text, std::string_view tag) {
  auto labels = std::make_shared<language::Labels>();
  const language::LabelId tag_id = labels->add(tag);
  const language::LabelId subject = labels->add("nsubj");
  const language::LabelId person = labels->add("PERSON");
  const auto shared = std::make_shared<const std::string>(std::move(text));
  const Pieces pieces(*shared);
  language::AnalysisBuilder builder(shared, labels, pieces.size());
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    builder.add({.range = pieces[i].range,
                 .tag = tag_id,
                 .arc = subject,
                 .head = 0,
                 .starts_sentence = i == 0,
                 .lemma = pieces.word(i)});
  }
  for (std::uint32_t i = 0; i + 7 < pieces.size(); i += 7) {
    builder.add_entity({i, i + 7}, person);
  }
  return builder.take();
}

std::string repeated(std::string_view words, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += words;
  }
  return text;
}

class Hostile : public testing::TestWithParam<const char*> {
 protected:
  static const MentionTables& tables() {
    static const MentionTables loaded = *load_mention_tables("data/en");
    return loaded;
  }
  static Mentions find(const language::Analysis& analysis) {
    reports::Report report;
    report.published_at = *read_time("2026-04-12T08:30:00Z");
    return find_mentions(report, analysis, language::Analysis{}, tables(), reports::Outlets{});
  }
  static double seconds(std::string_view words, std::size_t times, std::string_view tag) {
    const language::Analysis analysis = read_blindly(repeated(words, times), tag);
    const std::clock_t start = std::clock();  // of the processor: others may run beside the tests
    (void)find(analysis);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
};

TEST_P(Hostile, RangesLieInTheText) {
  for (const std::string_view tag : {"NNP", "NN", "CD", "VBD"}) {
    const std::string text = repeated(GetParam(), 300);
    const auto size = static_cast<std::uint32_t>(text.size());
    const Mentions mentions = find(read_blindly(text, tag));
    for (const TimeMention& time : mentions.times) {
      EXPECT_LE(time.where.range.end, size);
      EXPECT_LT(time.where.range.begin, time.where.range.end);
    }
    for (const Figure& figure : mentions.figures) {
      EXPECT_LE(figure.where.range.end, size);
      EXPECT_LT(figure.where.range.begin, figure.where.range.end);
    }
    for (const NameMention& name : mentions.names) {
      EXPECT_LE(name.where.range.end, size);
      EXPECT_LT(name.where.range.begin, name.where.range.end);
      EXPECT_LT(name.entity, mentions.entities.size());
    }
  }
}

TEST_P(Hostile, TimeGrowsWithTheText) {
  for (const std::string_view tag : {"NNP", "CD"}) {
    const double small = seconds(GetParam(), 2'000, tag);
    const double large = seconds(GetParam(), 20'000, tag);
    // Ten times the text; a quadratic search would take a hundred times as long.
    EXPECT_LT(large, 40 * small + 0.5) << tag;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Repeats, Hostile,
    testing::Values("hundred ", "the ", "1-", "1 to ", "$", "Ada ", "Mr. ", "early ", "of dozens ",
                    "a million ", "between 5 and ", "Friday ", "last last next ", "half a ",
                    "minister ", ", minister ", "' s ", "May 5, ", "(12 km) ", "twenty-", "every ",
                    "more than ", "New York, ", "J. ", "tens of ", "\xC2\xBD ", "12:30 ", "nearly ",
                    "U.S. President Ada Moss, Iran's deputy oil minister, 44, said on Friday "));

}  // namespace
}  // namespace factbox::mentions
