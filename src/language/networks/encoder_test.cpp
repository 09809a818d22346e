#include "language/networks/encoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "language/networks/hashing.h"
#include "language/package_file.h"
#include "language/words/tokenizer.h"

namespace factbox::language {
namespace {

using Row = std::vector<double>;

/// The slow twin: the network as its description says, a layer after the other over all tokens,
/// with empty ones on both sides; from the file's own tensors.
class PlainEncoder {
 public:
  explicit PlainEncoder(const NetworkFile& network) {
    for (const std::size_t node : network.nodes("hashembed")) {
      tables_.push_back(network.tensor(node, "E", {0, 96}).value());
      seeds_.push_back(network.number(node, "seed").value());
    }
    const auto norms = network.nodes("layernorm");
    for (const std::size_t node : network.nodes("maxout")) {
      layers_.push_back({network.tensor(node, "W", {96, 3, 0}).value(),
                         network.tensor(node, "b", {96, 3}).value(),
                         network.tensor(norms[layers_.size()], "G", {96}).value(),
                         network.tensor(norms[layers_.size()], "b", {96}).value()});
    }
  }

  [[nodiscard]] std::vector<Row> encode(const std::vector<Token>& tokens,
                                        const Lexicon& lexicon) const {
    constexpr std::size_t kPad = 4;
    const Row nothing(96);
    std::vector<Row> rows(kPad, nothing);
    for (const Token& token : tokens) {
      rows.push_back(apply(layers_[0], embed(token, lexicon)));
    }
    rows.resize(rows.size() + kPad, nothing);
    for (std::size_t layer = 1; layer < layers_.size(); ++layer) {
      std::vector<Row> next;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        Row window = i > 0 ? rows[i - 1] : nothing;
        window.insert(window.end(), rows[i].begin(), rows[i].end());
        const Row& right = i + 1 < rows.size() ? rows[i + 1] : nothing;
        window.insert(window.end(), right.begin(), right.end());
        Row row = apply(layers_[layer], window);
        for (std::size_t k = 0; k < row.size(); ++k) {
          row[k] += rows[i][k];
        }
        next.push_back(std::move(row));
      }
      rows = std::move(next);
    }
    return {rows.begin() + kPad, rows.end() - kPad};
  }

 private:
  struct Layer {
    Tensor weights, bias, scale, shift;
  };

  [[nodiscard]] Row embed(const Token& token, const Lexicon& lexicon) const {
    const Lexeme& word = lexicon[token.lexeme];
    const std::array<std::uint64_t, 6> features{word.norm,
                                                word.prefix,
                                                word.suffix,
                                                word.shape,
                                                token.space_follows ? 1U : 0U,
                                                word.is_space ? 1U : 0U};
    Row row;
    for (std::size_t table = 0; table < tables_.size(); ++table) {
      Row sum(96);
      for (const std::uint32_t hash : table_hashes(features[table], seeds_[table])) {
        const std::size_t at = hash % tables_[table].shape[0] * 96;
        for (std::size_t k = 0; k < 96; ++k) {
          sum[k] += tables_[table].values[at + k];
        }
      }
      row.insert(row.end(), sum.begin(), sum.end());
    }
    return row;
  }

  static Row apply(const Layer& layer, const Row& x) {
    Row y;
    for (std::size_t out = 0; out < 96; ++out) {
      double most = -1e30;
      for (std::size_t piece = 0; piece < 3; ++piece) {
        double sum = layer.bias.values[out * 3 + piece];
        const float* weights = layer.weights.values.data() + (out * 3 + piece) * x.size();
        for (std::size_t k = 0; k < x.size(); ++k) {
          sum += x[k] * static_cast<double>(weights[k]);
        }
        most = std::max(most, sum);
      }
      y.push_back(most);
    }
    double mean = 0;
    double variance = 1e-8;
    for (const double value : y) {
      mean += value / 96;
    }
    for (const double value : y) {
      variance += (value - mean) * (value - mean) / 96;
    }
    for (std::size_t out = 0; out < 96; ++out) {
      y[out] =
          (y[out] - mean) / std::sqrt(variance) * layer.scale.values[out] + layer.shift.values[out];
    }
    return y;
  }

  std::vector<Tensor> tables_;
  std::vector<std::uint32_t> seeds_;
  std::vector<Layer> layers_;
};

class EncodersOfEnglish : public testing::TestWithParam<const char*> {
 protected:
  EncodersOfEnglish() {
    package_ = Package::open("models/en_core_web_sm-3.8.0", {}).value();
    norms_ = Norms::read(package_->unpack("vocab/lookups.bin").value()).value();
    lexicon_.emplace(norms_);
  }
  std::vector<Token> cut(const std::string& text) {
    static const auto ours =
        Tokenizer::read(
            Package::open("models/en_core_web_sm-3.8.0", {}).value().unpack("tokenizer").value())
            .value();
    std::vector<Token> tokens;
    TokenizerMemory memory;
    ours.cut(text, *lexicon_, memory, tokens);
    return tokens;
  }
  std::optional<Package> package_;
  std::shared_ptr<const Norms> norms_;
  std::optional<Lexicon> lexicon_;
};

INSTANTIATE_TEST_SUITE_P(Networks, EncodersOfEnglish, testing::Values("tok2vec/model", "ner/model"),
                         [](const auto& name) { return std::string(name.param).substr(0, 3); });

TEST_P(EncodersOfEnglish, GiveWhatTheLayersSay) {
  const auto network = NetworkFile::read(*package_, GetParam()).value();
  const auto encoder = std::make_shared<const Encoder>(Encoder::read(network).value());
  ASSERT_EQ(encoder->width(), 96U);
  ASSERT_EQ(encoder->reach(), 4U);
  const PlainEncoder plain(network);
  std::string text = "The ferry's crew, 21 of them, left Port Ellis on Friday.\n\n\"Why?\" ";
  std::string longer;
  for (int i = 0; i < 16; ++i) {
    longer += std::to_string(i * 37) + " " + text;
  }
  for (const Kernels* kernels : {&portable_kernels(), &best_kernels()}) {
    EncoderMemory memory(encoder, *kernels);
    for (const std::string& each : {text, std::string("Why"), longer}) {
      const auto tokens = cut(each);
      const auto expected = plain.encode(tokens, *lexicon_);
      std::vector<float> rows(EncoderMemory::kMaxPart * encoder->width());
      for (std::uint32_t first = 0; first < tokens.size(); first += EncoderMemory::kMaxPart) {
        const auto past =
            std::min(first + EncoderMemory::kMaxPart, static_cast<std::uint32_t>(tokens.size()));
        memory.encode(tokens, {first, past}, *lexicon_, rows.data());
        for (std::size_t i = 0; i < (past - first) * encoder->width(); ++i) {
          ASSERT_NEAR(rows[i], expected[first + i / 96][i % 96], 2e-5)
              << kernels->name << " token " << first + i / 96;
        }
      }
    }
  }
}

TEST_P(EncodersOfEnglish, ForgetWordsAndSayTheSame) {
  // More different words than are remembered, so that all kinds of forgetting happen.
  const auto network = NetworkFile::read(*package_, GetParam()).value();
  const auto encoder = std::make_shared<const Encoder>(Encoder::read(network).value());
  std::string text;
  for (int i = 0; i < 3'000; ++i) {
    text += std::to_string(i * i % 1'999) + "x ";
  }
  const auto tokens = cut(text + "the end");
  EncoderMemory memory(encoder, best_kernels(), {.max_words = 900, .max_sums = 600});
  std::vector<float> rows(EncoderMemory::kMaxPart * encoder->width());
  std::vector<float> again(rows.size());
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t first = 0; first < count; first += EncoderMemory::kMaxPart) {
    const TokenRange part{first, std::min(first + EncoderMemory::kMaxPart, count)};
    memory.encode(tokens, part, *lexicon_, rows.data());
    EncoderMemory fresh(encoder, best_kernels());
    fresh.encode(tokens, part, *lexicon_, again.data());
    ASSERT_TRUE(std::equal(
        rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(part.size() * 96), again.begin()))
        << first;
  }
}

TEST(Hashing, IsMurmurHash3) {
  using Hashes = std::array<std::uint32_t, 4>;
  EXPECT_EQ(table_hashes(0, 0), (Hashes{0xcc57c3cb, 0x28df63b7, 0xc4e8fe52, 0xf2557dfc}));
  EXPECT_EQ(table_hashes(12345678901234567890U, 9),
            (Hashes{0x4e7b78eb, 0xb46bb8e4, 0x9209c993, 0x3b52564d}));
}

}  // namespace
}  // namespace factbox::language
