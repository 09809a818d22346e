// How fast read reports are written to bytes and read from them, beside reading them anew, and how
// many bytes they take; on the bundled reports, one core. Runs in the tree's root.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "codec/read_report.h"
#include "desk/intake.h"
#include "desk/pipeline.h"

namespace {

using namespace factbox;

struct Sample {
  std::shared_ptr<const desk::LanguageKnowledge> knowledge;
  std::vector<statements::ReadReport> read;
  std::vector<std::string> kept;
  double text = 0;   ///< bytes of texts and titles
  double bytes = 0;  ///< of what is kept
  double tokens = 0;
};

Sample set_up() {
  const auto loaded = desk::Knowledge::load(
      {.data = "data", .models = "models", .depth = desk::Depth::statements}, OneByOne{});
  if (!loaded) {
    std::cerr << loaded.error().what << '\n';
    std::exit(4);
  }
  Sample sample;
  sample.knowledge = (*loaded)->of("en");
  desk::Listener nobody;
  const auto taken = desk::take_in(
      {.paths = {"samples/talks"}, .reading = {}, .narrowing = {}, .language = std::nullopt},
      (*loaded)->reading(), nobody);
  sample.read = desk::read_all(taken->reports, sample.knowledge, 1, nobody);
  for (const auto& one : sample.read) {
    sample.kept.push_back(codec::encode(one, desk::stages_of_reading()));
    sample.text += static_cast<double>(one.report->text.size() + one.report->title.size());
    sample.bytes += static_cast<double>(sample.kept.back().size());
    sample.tokens += one.text.size() + one.title.size();
  }
  return sample;
}

const Sample& sample() {
  static const Sample sample_reports = set_up();
  return sample_reports;
}

void tell(benchmark::State& state) {
  state.counters["tokens"] = benchmark::Counter(
      sample().tokens * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["bytes_per_byte_of_text"] = sample().bytes / sample().text;
}

void read_anew(benchmark::State& state) {
  desk::ReportReader reader{sample().knowledge};
  for (auto _ : state) {
    for (const auto& one : sample().read) {
      benchmark::DoNotOptimize(reader.read(one.report));
    }
  }
  tell(state);
}
BENCHMARK(read_anew)->Unit(benchmark::kMicrosecond);

void decode(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& bytes : sample().kept) {
      benchmark::DoNotOptimize(codec::decode(bytes));
    }
  }
  tell(state);
}
BENCHMARK(decode)->Unit(benchmark::kMicrosecond);

void encode(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& one : sample().read) {
      benchmark::DoNotOptimize(codec::encode(one, desk::stages_of_reading()));
    }
  }
  tell(state);
}
BENCHMARK(encode)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
