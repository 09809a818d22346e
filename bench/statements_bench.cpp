// How many tokens a second the rules of `statements` read after parsing and mentions, on the
// bundled reports. Runs in the tree's root.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "desk/pipeline.h"
#include "statements/find_statements.h"

namespace {

using namespace factbox;

std::shared_ptr<const desk::Knowledge> load() {
  auto loaded = desk::load_knowledge("models/en_core_web_sm-3.8.0", "data");
  if (!loaded) {
    std::cerr << loaded.error().what << '\n';
    std::exit(4);
  }
  return std::make_shared<const desk::Knowledge>(std::move(*loaded));
}

std::vector<statements::ReadReport> read_sample(
    const std::shared_ptr<const desk::Knowledge>& knowledge) {
  std::vector<statements::ReadReport> read;
  desk::ReportReader reader{knowledge};
  std::ifstream lines{"samples/talks/reports.jsonl"};
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    reports::Report report;
    report.text = json.value("text", "");
    report.outlet = json.value("outlet", "");
    read.push_back(reader.read(std::make_shared<const reports::Report>(std::move(report))));
  }
  return read;
}

void find_in_sample(benchmark::State& state) {
  const auto knowledge = load();
  const auto sample = read_sample(knowledge);
  std::int64_t tokens = 0;
  for (const auto& one : sample) tokens += one.text.size();
  for (auto _ : state) {
    for (const auto& one : sample) {
      benchmark::DoNotOptimize(statements::find_statements(*one.report, one.text, one.title,
                                                           one.mentions, knowledge->statements));
    }
  }
  state.SetItemsProcessed(tokens * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(find_in_sample)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
