// What it costs to read who said what: the network alone, on the bundled sample.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "language/pipeline.h"
#include "readers/network/network.h"

namespace {

using namespace factbox;

std::vector<language::Analysis> read_sample() {
  auto pipeline = language::load_pipeline("models/en_core_web_sm-3.8.0");
  if (!pipeline) {
    std::cerr << pipeline.error().what << '\n';
    std::exit(4);
  }
  language::Reader reader(*pipeline);
  std::vector<language::Analysis> analyses;
  std::ifstream file("samples/talks/reports.jsonl");
  for (std::string line; std::getline(file, line);) {
    auto text = std::make_shared<const std::string>(
        nlohmann::json::parse(line).value("text", std::string{}));
    analyses.push_back(reader.analyse(text, {.keep_vectors = true}));
  }
  return analyses;
}

Result<readers::Network> load_large() {
  FB_TRY(published,
         readers::PublishedMinilm::load("models/all-minilm-l6-v2-0.1.0", "data/en/minilm.sha256"));
  return readers::Network::load_large("data/en/statements_large.safetensors", std::move(published));
}

/// Tokens a second, and how many tokens there were for each cue.
void network(benchmark::State& state, bool large) {
  const auto loaded =
      large ? load_large() : readers::Network::load("data/en/statements.safetensors");
  if (!loaded) {
    return state.SkipWithError(loaded.error().what.c_str());
  }
  const auto analyses = read_sample();
  readers::Workspace workspace;
  std::size_t tokens = 0;
  std::size_t cues = 0;
  for (auto _ : state) {
    for (const auto& analysis : analyses) {
      const auto answers = loaded->ask(analysis, workspace);
      tokens += analysis.size();
      cues += answers.asked.size();
      benchmark::DoNotOptimize(answers.cues.data());
    }
  }
  const auto count = static_cast<double>(tokens);
  state.counters["tokens"] = benchmark::Counter(count, benchmark::Counter::kIsRate);
  state.counters["s_per_token"] =
      benchmark::Counter(count, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["tokens_per_cue"] = count / static_cast<double>(std::max<std::size_t>(cues, 1));
}
BENCHMARK_CAPTURE(network, small, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(network, large, true)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
