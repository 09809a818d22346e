// What the parts of the language engine cost, on the texts of tests/fixtures/language; run it from
// the project's folder. Items are tokens.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "bench/peak.h"
#include "language/networks/networks.h"
#include "language/package_file.h"
#include "language/pipeline.h"
#include "language/words/lexicon.h"
#include "language/words/tokenizer.h"

namespace {

using namespace factbox::language;

constexpr const char* kPackage = "models/en_core_web_sm-3.8.0";

/// All texts of the fixture, one after another, as a long report has them.
const std::string& text() {
  static const std::string sample_text = [] {
    std::ifstream file("tests/fixtures/language/texts.jsonl");
    std::string all;
    for (std::string line; std::getline(file, line);) {
      all += nlohmann::json::parse(line).at("text").get<std::string>() + "\n\n";
    }
    return all;
  }();
  return sample_text;
}

/// What the tokenizer gives for it, and what it takes to do it again.
struct Cut {
  Package package = Package::open(kPackage, {}).value();
  Tokenizer tokenizer = Tokenizer::read(package.unpack("tokenizer").value()).value();
  Lexicon lexicon{Norms::read(package.unpack("vocab/lookups.bin").value()).value()};
  TokenizerMemory memory;
  std::vector<Token> tokens;
  std::vector<std::uint8_t> is_space;

  Cut() {
    tokenizer.cut(text(), lexicon, memory, tokens);
    for (const Token& token : tokens) {
      is_space.push_back(lexicon[token.lexeme].is_space ? 1 : 0);
    }
  }
};

void count_tokens(benchmark::State& state, std::size_t tokens) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

void load(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(load_pipeline(kPackage, "data/en/model.sha256"));
  }
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void tokenize(benchmark::State& state) {
  Cut cut;
  for (auto _ : state) {
    cut.tokenizer.cut(text(), cut.lexicon, cut.memory, cut.tokens);
  }
  count_tokens(state, cut.tokens.size());
}
BENCHMARK(tokenize)->Unit(benchmark::kMicrosecond);

/// All networks, with the words known already.
void networks(benchmark::State& state) {
  const Kernels* kernels = state.range(0) == 0 ? &portable_kernels() : avx2_kernels();
  if (kernels == nullptr) {
    return state.SkipWithError("this machine has no AVX2");
  }
  Cut cut;
  Labels labels;
  NetworksMemory memory(
      std::make_shared<const Networks>(Networks::read(cut.package, labels).value()), *kernels);
  for (auto _ : state) {
    benchmark::DoNotOptimize(memory.read(cut.tokens, cut.is_space, cut.lexicon, nullptr));
  }
  count_tokens(state, cut.tokens.size());
  state.SetLabel(std::string(kernels->name));
}
BENCHMARK(networks)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void whole(benchmark::State& state) {
  Reader reader(load_pipeline(kPackage).value());
  const auto shared = std::make_shared<const std::string>(text());
  std::size_t tokens = 0;
  for (auto _ : state) {
    tokens = reader.analyse(shared).size();
  }
  count_tokens(state, tokens);
}
BENCHMARK(whole)->Unit(benchmark::kMillisecond);

/// One window layer of 96 numbers over as many rows as are given; its rate in multiply-adds that
/// are made, beside the machine's peak.
void window_layer(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  constexpr std::size_t kWidth = 96;
  const std::vector<float> weights(kWidth * 3 * kWidth, 0.01F);
  WindowLayer layer;
  layer.norm.width = kWidth;
  layer.norm.pieces = 3;
  layer.norm.scale.assign(kWidth, 1.0F);
  layer.norm.shift.assign(kWidth, 0.0F);
  layer.norm.sums.bias.assign(3 * kWidth, 0.1F);
  for (Matrix& product : layer.products) {
    product = lay_out(weights, {}, kWidth);
  }
  const Floats words((rows + 2) * kWidth, 0.5F);
  Floats y(rows * kWidth);
  Floats scratch(window_scratch(kWidth));
  for (auto _ : state) {
    best_kernels().window(layer, words.data(), false, rows, y.data(), scratch.data());
    benchmark::ClobberMemory();
  }
  const double made = static_cast<double>(rows) * 2.0 * 3 * kWidth * kWidth * 2;
  state.counters["GFLOPS"] =
      benchmark::Counter(made * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["peak"] = factbox::bench::peak_gflops();
}
BENCHMARK(window_layer)->Arg(16)->Arg(256);

}  // namespace

BENCHMARK_MAIN();
