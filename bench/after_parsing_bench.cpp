// How many tokens a second everything reads that comes after parsing: the trained network, times,
// figures and names, and the rules of who said what, on the bundled reports, one core. Prints the
// whole and each part. Runs in the tree's root.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "desk/pipeline.h"
#include "language/pipeline.h"
#include "mentions/find_mentions.h"
#include "statements/find_statements.h"
#include "texts/scheme.h"

namespace {

using namespace factbox;

/// A report as it comes out of the parser, with what later stages give for the timing of one part.
struct Parsed {
  std::shared_ptr<const reports::Report> report;
  language::Analysis words;
  texts::Sheet text;
  texts::Sheet title;
  mentions::Mentions mentions;
  std::vector<readers::Proposal> proposals;
};

struct Desk {
  std::shared_ptr<const desk::LanguageKnowledge> knowledge;
  std::vector<Parsed> sample;
  std::int64_t tokens = 0;
};

mentions::Mentions mentions_of(const Parsed& one, const desk::LanguageKnowledge& knowledge) {
  return mentions::find_mentions(*one.report, one.text, one.title, knowledge.mentions,
                                 *knowledge.outlets);
}

std::vector<statements::Statement> statements_of(const Parsed& one,
                                                 const desk::LanguageKnowledge& knowledge,
                                                 const mentions::Mentions& mentions,
                                                 std::span<const readers::Proposal> proposals) {
  return statements::find_statements(*one.report, one.text, one.title, mentions,
                                     knowledge.statements, proposals);
}

Desk set_up() {
  const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
  if (!loaded) {
    std::cerr << loaded.error().what << '\n';
    std::exit(4);
  }
  Desk desk{(*loaded)->of("en"), {}, 0};
  language::Reader reader{desk.knowledge->language};
  texts::SheetMaker sheets{texts::english()};
  readers::Workspace workspace;
  std::ifstream lines{"samples/talks/reports.jsonl"};
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    reports::Report report;
    report.text = json.value("text", "");
    report.title = json.value("title", "");
    report.outlet = json.value("outlet", "");
    Parsed one;
    one.report = std::make_shared<const reports::Report>(std::move(report));
    const std::shared_ptr<const std::string> text(one.report, &one.report->text);
    const std::shared_ptr<const std::string> title(one.report, &one.report->title);
    one.words = reader.analyse(text, {.keep_vectors = true});
    one.text = sheets.make(one.words, text);
    one.title = sheets.make(reader.analyse(title), title);
    one.mentions = mentions_of(one, *desk.knowledge);
    one.proposals = desk.knowledge->network->propose(one.words, workspace);
    desk.tokens += one.text.size() + one.title.size();
    desk.sample.push_back(std::move(one));
  }
  return desk;
}

const Desk& sample_desk() {
  static const Desk desk = set_up();
  return desk;
}

/// Times `read` over all reports, as tokens a second.
template <class Read>
void over_sample(benchmark::State& state, Read read) {
  const Desk& desk = sample_desk();
  for (auto _ : state) {
    for (const Parsed& one : desk.sample) {
      read(*desk.knowledge, one);
    }
  }
  const auto tokens = static_cast<double>(desk.tokens) * static_cast<double>(state.iterations());
  state.counters["tokens"] = benchmark::Counter(tokens, benchmark::Counter::kIsRate);
}

void everything(benchmark::State& state) {
  texts::SheetMaker sheets{texts::english()};
  readers::Workspace workspace;
  over_sample(state, [&](const desk::LanguageKnowledge& knowledge, const Parsed& one) {
    const auto proposals = knowledge.network->propose(one.words, workspace);
    benchmark::DoNotOptimize(sheets.make(one.words, nullptr));
    const auto mentions = mentions_of(one, knowledge);
    benchmark::DoNotOptimize(statements_of(one, knowledge, mentions, proposals));
  });
}
BENCHMARK(everything)->Unit(benchmark::kMillisecond);

void network(benchmark::State& state) {
  readers::Workspace workspace;
  over_sample(state, [&](const desk::LanguageKnowledge& knowledge, const Parsed& one) {
    benchmark::DoNotOptimize(knowledge.network->propose(one.words, workspace));
  });
}
BENCHMARK(network)->Unit(benchmark::kMillisecond);

void times_figures_names(benchmark::State& state) {
  over_sample(state, [&](const desk::LanguageKnowledge& knowledge, const Parsed& one) {
    benchmark::DoNotOptimize(mentions_of(one, knowledge));
  });
}
BENCHMARK(times_figures_names)->Unit(benchmark::kMillisecond);

void rules(benchmark::State& state) {
  over_sample(state, [&](const desk::LanguageKnowledge& knowledge, const Parsed& one) {
    benchmark::DoNotOptimize(statements_of(one, knowledge, one.mentions, one.proposals));
  });
}
BENCHMARK(rules)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
