// Measures the language engine on texts from standard input (JSON Lines with "text") and prints
// one JSON object, for compare_with_spacy.py: tokens a second of one thread (of its own processor
// time), how much faster two threads are, the tokenizer alone; the machine's peak of multiply-adds
// and the share of it that the networks reach.
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "bench/peak.h"
#include "language/networks/networks.h"
#include "language/package_file.h"
#include "language/pipeline.h"
#include "language/words/lexicon.h"
#include "language/words/tokenizer.h"

namespace {

using namespace factbox::language;
using Texts = std::vector<std::shared_ptr<const std::string>>;

// Multiply-adds a token, as the layers' shapes have it, embeddings cached by word type: twice four
// windows of 288 x 288; tagger 50 x 96; twice 64 x 96; parser 8 x 128 x 64 and 2.04 steps of
// 8 x 128 + 106 x 64; names 3 x 128 x 64 and a step of 3 x 128 + 74 x 64.
constexpr double kNominal = 792'000;
// Those that are really made for every token: the first window is added up from what each word type
// brings; the other three take two thirds of their products, since two windows share some; of the
// names' three features only the first is computed for all. What new word types cost comes on top.
constexpr double kWindow = 288.0 * 288;
constexpr double kMade = kNominal - 2 * kWindow - 2 * 3 * kWindow / 3 - 2.0 * 128 * 64;

template <class T>
T or_leave(factbox::Result<T> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}\n", result.error().what);
  std::exit(4);
}

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Texts read_texts() {
  Texts texts;
  for (std::string line; std::getline(std::cin, line);) {
    texts.push_back(std::make_shared<const std::string>(nlohmann::json::parse(line).at("text")));
  }
  return texts;
}

/// What one thread does, after a first text that fills nothing but buffers.
struct Run {
  std::size_t tokens = 0;
  double seconds = 0;
};

Run read_all(const Texts& texts, const std::shared_ptr<const Pipeline>& pipeline) {
  Reader reader(pipeline);
  Run run;
  const double began = thread_seconds();
  for (const auto& text : texts) run.tokens += reader.analyse(text).size();
  run.seconds = thread_seconds() - began;
  return run;
}

/// How many times faster two threads finish the same texts, by the clock on the wall.
double two_threads(const Texts& texts, const std::shared_ptr<const Pipeline>& pipeline) {
  const auto seconds = [&](int threads) {
    std::atomic<std::size_t> next{0};
    const double began = wall_seconds();
    {
      std::vector<std::jthread> pool;
      pool.reserve(static_cast<std::size_t>(threads));
      for (int i = 0; i < threads; ++i) {
        pool.emplace_back([&] {
          Reader reader(pipeline);
          for (std::size_t text = next++; text < texts.size(); text = next++) {
            static_cast<void>(reader.analyse(texts[text]));
          }
        });
      }
    }
    return wall_seconds() - began;
  };
  return seconds(1) / seconds(2);
}

/// The tokenizer alone, and the networks alone on what it gave.
struct Parts {
  Run tokenizer;
  Run networks;
};

Parts read_parts(const Texts& texts, const std::string& folder) {
  const auto package = or_leave(Package::open(folder, {}));
  const auto tokenizer = or_leave(Tokenizer::read(or_leave(package.unpack("tokenizer"))));
  Lexicon lexicon(or_leave(Norms::read(or_leave(package.unpack("vocab/lookups.bin")))));
  Labels labels;
  NetworksMemory networks(
      std::make_shared<const Networks>(or_leave(Networks::read(package, labels))));
  TokenizerMemory memory;
  std::vector<Token> tokens;
  std::vector<std::uint8_t> is_space;
  Parts parts;
  for (const auto& text : texts) {
    const double began = thread_seconds();
    lexicon.make_room();
    tokenizer.cut(*text, lexicon, memory, tokens);
    const double cut = thread_seconds();
    is_space.clear();
    for (const Token& token : tokens) is_space.push_back(lexicon[token.lexeme].is_space ? 1 : 0);
    const double ready = thread_seconds();
    static_cast<void>(networks.read(tokens, is_space, lexicon, nullptr));
    parts.networks.seconds += thread_seconds() - ready;
    parts.tokenizer.seconds += cut - began;
    parts.tokenizer.tokens += tokens.size();
  }
  parts.networks.tokens = parts.tokenizer.tokens;
  return parts;
}

double per_second(const Run& run) {
  return static_cast<double>(run.tokens) / run.seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : "models/en_core_web_sm-3.8.0";
  const Texts texts = read_texts();
  const auto pipeline = or_leave(load_pipeline(folder));
  const double peak_before = factbox::bench::peak_gflops();
  const Run whole = read_all(texts, pipeline);
  const Parts parts = read_parts(texts, folder);
  const double peak = std::max(peak_before, factbox::bench::peak_gflops());
  const double share = per_second(parts.networks) * 2e-9 / peak;
  fmt::print("{}\n", nlohmann::json{{"tokens", whole.tokens},
                                    {"tokens_per_second", per_second(whole)},
                                    {"tokenizer_tokens_per_second", per_second(parts.tokenizer)},
                                    {"networks_tokens_per_second", per_second(parts.networks)},
                                    {"peak_gflops", peak},
                                    {"network_share_of_peak", share * kMade},
                                    {"nominal_share_of_peak", share * kNominal},
                                    {"two_threads", two_threads(texts, pipeline)}}
                         .dump());
}
