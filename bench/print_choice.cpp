// Prints the features that the choice of lines goes by, for scripts/learn_choice.py: each file
// named holds the reports of one story. For each statement of its claims a line of JSON: file,
// report, field, content (ranges of bytes) and the features by name,
// and those of its sentence by which scripts/learn_alone.py learns whether it stands alone. Runs in
// the tree's root.
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "desk/knowledge.h"
#include "desk/pipeline.h"
#include "factboxes/choice/choice_weights.h"
#include "factboxes/choice/features.h"
#include "factboxes/choice/repeats.h"
#include "factboxes/lines/alone.h"
#include "factboxes/people.h"
#include "factboxes/story_words.h"
#include "factboxes/workbench.h"
#include "readers/minilm/meaning.h"
#include "reports/read_reports.h"
#include "sources/folder.h"
#include "stories/compile_story.h"
#include "stories/likeness.h"
#include "stories/proposition_reader.h"

namespace {

using namespace factbox;

std::vector<statements::ReadReport> read_story(const std::string& path,
                                               const desk::LanguageKnowledge& knowledge,
                                               desk::ReportReader& reader) {
  reports::Gathering gathered;
  reports::read_reports(sources::find_files({path}), *knowledge.reading, {}, OneByOne{}, gathered);
  auto& found = gathered.read.reports;
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return reports::earlier(*a, *b); });
  std::vector<statements::ReadReport> read;
  read.reserve(found.size());
  for (const auto& report : found) {
    read.push_back(reader.read(report));
  }
  return read;
}

constexpr double kAkin = 0.05;  // of the words of a pair, to be printed

/// A statement as the choice compares it with others.
struct Told {
  stories::StatementRef ref;
  readers::Meaning meaning;
  stories::Proposition proposition;
  std::vector<factboxes::Term> terms;
};

template <class Feature, class Features>
nlohmann::ordered_json by_name(const Features& features) {
  nlohmann::ordered_json named;
  for (std::size_t i = 0; i < features.size(); ++i) {
    named[std::string{name_of(static_cast<Feature>(i))}] = features[i];
  }
  return named;
}

void print(const std::string& path, const statements::ReadReport& report,
           const statements::Statement& statement, const factboxes::Features& features,
           const factboxes::AloneFeatures& alone) {
  nlohmann::ordered_json line;
  line["file"] = path;
  line["report"] = report.report->id;
  line["field"] = statement.field == Field::text ? "text" : "title";
  line["confidence"] = statement.confidence;
  for (const auto range : statement.content) {
    line["content"].push_back({range.begin, range.end});
  }
  line["features"] = by_name<factboxes::Feature>(features);
  line["alone"] = by_name<factboxes::AloneFeature>(alone);
  fmt::print("{}\n", line.dump());
}

/// The features of the sentence that a statement begins in.
factboxes::AloneFeatures alone_of(const statements::ReadReport& report,
                                  const statements::Statement& statement,
                                  const factboxes::HouseStyle& style,
                                  const factboxes::StoryWords& words) {
  const auto& sheet = report.of(statement.field);
  const auto token =
      statement.content.empty() ? sheet.size() : sheet.token_at(statement.content.front().begin);
  return token < sheet.size() ? factboxes::read_alone(report, statement.field,
                                                      sheet.sentence_of(token), style, words)
                              : factboxes::AloneFeatures{};
}

void print_pairs(const std::string& path, const factboxes::StoryWords& words,
                 const std::vector<Told>& told) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto same = factboxes::overlap(words, told[i].terms, told[k].terms);
      if (same.of_lesser < kAkin) {
        continue;
      }
      nlohmann::ordered_json line;
      line["file"] = path;
      line["pair"] = {i, k};
      auto features =
          factboxes::compare_tellings(told[i].proposition, told[k].proposition, same.of_lesser);
      features[static_cast<std::size_t>(factboxes::PairFeature::meaning_alike)] =
          readers::likeness(told[i].meaning, told[k].meaning);
      line["features"] = by_name<factboxes::PairFeature>(features);
      fmt::print("{}\n", line.dump());
    }
  }
}

std::string words_in(const statements::ReadReport& report, const statements::Statement& statement) {
  std::string words;
  for (const auto range : statement.content) {
    words += range.in(report.report->of(statement.field));
    words += ' ';
  }
  return words;
}

void print_story(const std::string& path, const desk::LanguageKnowledge& knowledge,
                 desk::ReportReader& reader) {
  const auto read = read_story(path, knowledge, reader);
  const auto story = stories::compile_story(read, *knowledge.outlets, *knowledge.stories);
  const factboxes::People people{story, read};
  const factboxes::StoryWords words{story, read, knowledge.style};
  const factboxes::CompileOptions options;
  const factboxes::Workbench bench{story,
                                   read,
                                   *knowledge.outlets,
                                   knowledge.style,
                                   options,
                                   people,
                                   words,
                                   factboxes::moment_of(story, read, options)};
  const factboxes::FeatureReader features{bench};
  stories::PropositionReader propositions{*knowledge.stories};
  stories::WordWeights weights;
  readers::MeaningReader::Space space;
  std::vector<Told> told;
  for (const auto& claim : story.claims) {
    for (const auto ref : claim.statements) {
      const auto& report = read[ref.report];
      const auto& statement = bench.statement(ref);
      print(path, report, statement, features.read(ref),
            alone_of(report, statement, knowledge.style, words));
      told.push_back({ref, knowledge.meanings->read(words_in(report, statement), space),
                      propositions.read(report, statement, report.report->outlet),
                      words.terms(report, statement.field, statement.content)});
      weights.count(told.back().proposition);
    }
  }
  for (auto& each : told) {
    weights.weigh(each.proposition);
  }
  print_pairs(path, words, told);
}

}  // namespace

int main(int argc, char** argv) {
  const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .minilm = "models/all-minilm-l6-v2-0.1.0"}, OneByOne{});
  if (!loaded) {
    fmt::print(stderr, "{}\n", loaded.error().what);
    return 4;
  }
  const auto knowledge = (*loaded)->of("");
  desk::ReportReader reader{knowledge};
  for (int i = 1; i < argc; ++i) {
    print_story(argv[i], *knowledge, reader);
  }
  return 0;
}
