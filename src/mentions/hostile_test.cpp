// What no newspaper prints: the stage must end in time that grows with the text, and every range
// must lie in it.

#include <gtest/gtest.h>

#include <ctime>
#include <memory>

#include "mentions/find_mentions.h"

namespace factbox::mentions {
using texts::Form;
using texts::Link;
using texts::NameType;

namespace {

/// A sheet that says the same of every word: one sentence, one head, all names.
texts::Sheet read_blindly(std::string text, Form form) {
  const auto shared = std::make_shared<const std::string>(std::move(text));
  const Pieces pieces(*shared);
  texts::SheetParts parts;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(parts.lemmas.size());
    parts.lemmas += pieces.word(i);
    parts.tokens.push_back({.range = pieces[i].range,
                            .lemma = {begin, static_cast<std::uint32_t>(parts.lemmas.size())},
                            .head = 0,
                            .link = Link::subject,
                            .form = form,
                            .starts_sentence = i == 0});
  }
  for (std::uint32_t i = 0; i + 7 < pieces.size(); i += 7) {
    parts.names.push_back({{i, i + 7}, NameType::person});
  }
  return {shared, std::move(parts)};
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
  static Mentions find(const texts::Sheet& sheet) {
    reports::Report report;
    report.published_at = *read_time("2026-04-12T08:30:00Z");
    return find_mentions(report, sheet, texts::Sheet{}, tables(), reports::Outlets{});
  }
  static double seconds(std::string_view words, std::size_t times, Form form) {
    const texts::Sheet sheet = read_blindly(repeated(words, times), form);
    const std::clock_t start = std::clock();  // of the processor: others may run beside the tests
    (void)find(sheet);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
};

TEST_P(Hostile, RangesLieInTheText) {
  for (const Form form : {Form::name, Form::noun, Form::number, Form::past_verb}) {
    const std::string text = repeated(GetParam(), 300);
    const auto size = static_cast<std::uint32_t>(text.size());
    const Mentions mentions = find(read_blindly(text, form));
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
  for (const Form form : {Form::name, Form::number}) {
    const double small = seconds(GetParam(), 2'000, form);
    const double large = seconds(GetParam(), 20'000, form);
    // Ten times the text; a quadratic search would take a hundred times as long.
    EXPECT_LT(large, 40 * small + 0.5) << texts::shown(form);
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
