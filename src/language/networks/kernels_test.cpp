#include "language/networks/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "language/networks/layers.h"

namespace factbox::language {
namespace {

/// Numbers that differ from run to run of a test only by its seed.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::vector<float> numbers(std::size_t count) {
    std::vector<float> result(count);
    for (float& value : result) {
      value = real_(engine_);
    }
    return result;
  }
  std::size_t below(std::size_t limit) { return engine_() % limit; }

 private:
  std::mt19937 engine_;
  std::uniform_real_distribution<float> real_{-1.0F, 1.0F};
};

class EveryMachine : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (GetParam() == nullptr) {
      GTEST_SKIP() << "this machine has no AVX2";
    }
  }
  [[nodiscard]] static const Kernels& kernels() { return *GetParam(); }
};

INSTANTIATE_TEST_SUITE_P(Kernels, EveryMachine,
                         testing::Values(&portable_kernels(), avx2_kernels()),
                         [](const auto& kind) {
                           return kind.index == 0 ? std::string{"portable"} : std::string{"avx2"};
                         });

/// The slow twin: three loops.
std::vector<float> plain_affine(const std::vector<float>& weights, const std::vector<float>& bias,
                                const std::vector<float>& x, std::size_t inputs,
                                std::size_t x_stride, std::size_t rows) {
  std::vector<float> y;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t out = 0; out < bias.size(); ++out) {
      double sum = bias[out];
      for (std::size_t in = 0; in < inputs; ++in) {
        sum += static_cast<double>(weights[out * inputs + in]) * x[row * x_stride + in];
      }
      y.push_back(static_cast<float>(sum));
    }
  }
  return y;
}

std::vector<float> plain_norm(std::vector<float> row, const MaxoutLayer& layer) {
  double mean = 0;
  double variance = 0;
  for (const float value : row) {
    mean += value / static_cast<double>(row.size());
  }
  for (const float value : row) {
    variance += (value - mean) * (value - mean) / static_cast<double>(row.size());
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = static_cast<float>((row[i] - mean) / std::sqrt(variance + 1e-8)) * layer.scale[i] +
             layer.shift[i];
  }
  return row;
}

void expect_near(const std::vector<float>& expected, const float* found, const std::string& what) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    ASSERT_NEAR(expected[i], found[i], 2e-4F) << what << " at " << i;
  }
}

struct RandomLayer {
  RandomLayer(Dice& dice, std::size_t width, std::size_t pieces, std::size_t inputs)
      : weights(dice.numbers(width * pieces * inputs)), bias(dice.numbers(width * pieces)) {
    layer.width = width;
    layer.pieces = pieces;
    layer.sums = lay_out(weights, bias, inputs);
    const auto scale = dice.numbers(width);
    const auto shift = dice.numbers(width);
    layer.scale.assign(scale.begin(), scale.end());
    layer.shift.assign(shift.begin(), shift.end());
  }
  /// The layer of a row of sums [piece][output].
  [[nodiscard]] std::vector<float> of(const float* sums) const {
    std::vector<float> row(sums, sums + layer.width);
    for (std::size_t i = layer.width; i < layer.width * layer.pieces; ++i) {
      row[i % layer.width] = std::max(row[i % layer.width], sums[i]);
    }
    return plain_norm(row, layer);
  }
  std::vector<float> weights;
  std::vector<float> bias;
  MaxoutLayer layer;
};

TEST_P(EveryMachine, AffineIsThreeLoops) {
  Dice dice(1);
  for (int round = 0; round < 60; ++round) {
    const std::size_t rows = dice.below(130);
    const std::size_t inputs = 1 + dice.below(70);
    const std::size_t outputs = 1 + dice.below(60);
    const std::size_t x_stride = inputs + dice.below(5);
    const auto weights = dice.numbers(inputs * outputs);
    const auto bias = dice.numbers(outputs);
    const auto x = dice.numbers(rows * x_stride);
    const Matrix matrix = lay_out(weights, bias, inputs);
    const std::size_t y_stride = matrix.outputs + dice.below(3);
    std::vector<float> y(rows * y_stride, 7.0F);
    kernels().affine(matrix, x.data(), x_stride, rows, y.data(), y_stride);
    const auto expected = plain_affine(weights, bias, x, inputs, x_stride, rows);
    for (std::size_t row = 0; row < rows; ++row) {
      expect_near({expected.begin() + static_cast<std::ptrdiff_t>(row * outputs),
                   expected.begin() + static_cast<std::ptrdiff_t>((row + 1) * outputs)},
                  y.data() + row * y_stride, "row " + std::to_string(row));
      for (std::size_t i = matrix.outputs; i < y_stride; ++i) {
        ASSERT_EQ(y[row * y_stride + i], 7.0F) << "wrote past the row's end";
      }
    }
  }
}

TEST_P(EveryMachine, MaxoutIsThreeLoops) {
  Dice dice(2);
  for (int round = 0; round < 20; ++round) {
    const std::size_t rows = 1 + dice.below(120);
    const std::size_t inputs = 1 + dice.below(90);
    const std::size_t width = kPanel * (1 + dice.below(4));
    const RandomLayer random(dice, width, 1 + dice.below(3), inputs);
    const auto x = dice.numbers(rows * inputs);
    std::vector<float> y(rows * width);
    kernels().maxout(random.layer, x.data(), inputs, rows, y.data());
    const auto sums = plain_affine(random.weights, random.bias, x, inputs, inputs, rows);
    for (std::size_t row = 0; row < rows; ++row) {
      expect_near(random.of(sums.data() + row * random.bias.size()), y.data() + row * width,
                  "row " + std::to_string(row));
    }
    // A row's answer doesn't depend on the rows beside it, not in its last bit.
    std::vector<float> alone(width);
    const std::size_t row = dice.below(rows);
    kernels().maxout(random.layer, x.data() + row * inputs, inputs, 1, alone.data());
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), y.data() + row * width));
  }
}

/// The sums that each of `words` brings at each place of a window: [place][piece][output].
std::vector<float> plain_sums(const RandomLayer& random, const std::vector<float>& words) {
  const std::size_t width = random.layer.width;
  std::vector<float> sums;
  for (std::size_t word = 0; word < words.size() / width; ++word) {
    for (std::size_t place = 0; place < 3; ++place) {
      for (std::size_t out = 0; out < random.bias.size(); ++out) {
        float total = 0.0F;
        for (std::size_t in = 0; in < width; ++in) {
          total += random.weights[out * 3 * width + place * width + in] * words[word * width + in];
        }
        sums.push_back(total);
      }
    }
  }
  return sums;
}

/// The slow twin of both window kernels.
std::vector<std::vector<float>> plain_windows(const RandomLayer& random,
                                              const std::vector<float>& words) {
  const std::size_t width = random.layer.width;
  const std::size_t rows = words.size() / width - 2;
  const auto sums = plain_affine(random.weights, random.bias, words, 3 * width, width, rows);
  std::vector<std::vector<float>> windows;
  for (std::size_t row = 0; row < rows; ++row) {
    auto& window = windows.emplace_back(random.of(sums.data() + row * random.bias.size()));
    for (std::size_t i = 0; i < width; ++i) {
      window[i] += words[(row + 1) * width + i];
    }
  }
  return windows;
}

TEST_P(EveryMachine, WindowOfSumsIsThreeLoops) {
  Dice dice(3);
  const std::size_t width = 32;
  const std::size_t rows = 9;
  const RandomLayer random(dice, width, 3, 3 * width);
  const auto words = dice.numbers((rows + 2) * width);
  const auto sums = plain_sums(random, words);
  std::vector<const float*> sum_rows;
  std::vector<const float*> word_rows;
  for (std::size_t word = 0; word < rows + 2; ++word) {
    sum_rows.push_back(sums.data() + word * 3 * random.bias.size());
    word_rows.push_back(words.data() + word * width);
  }
  std::vector<float> y(rows * width);
  kernels().window_of_sums(random.layer, sum_rows.data(), word_rows.data(), rows, y.data());
  const auto expected = plain_windows(random, words);
  for (std::size_t row = 0; row < rows; ++row) {
    expect_near(expected[row], y.data() + row * width, "row " + std::to_string(row));
  }
}

TEST_P(EveryMachine, WindowByPairsIsThreeLoops) {
  Dice dice(6);
  for (int round = 0; round < 30; ++round) {
    const std::size_t rows = 1 + dice.below(round % 3 == 0 ? 230 : 9);
    const std::size_t width = kPanel * (1 + dice.below(4));
    const RandomLayer random(dice, width, 1 + dice.below(3), 3 * width);
    const WindowLayer layer = by_pairs(random.layer, random.weights);
    const auto words = dice.numbers((rows + 2) * width);
    const auto expected = plain_windows(random, words);
    std::vector<float> scratch(window_scratch(width));
    const bool odd = dice.below(2) == 1;
    std::vector<float> y(rows * width);
    kernels().window(layer, words.data(), odd, rows, y.data(), scratch.data());
    for (std::size_t row = 0; row < rows; ++row) {
      expect_near(expected[row], y.data() + row * width, "row " + std::to_string(row));
    }
    // A row alone, at the same place of its pair: the same to the last bit.
    const std::size_t row = dice.below(rows);
    std::vector<float> alone(width);
    kernels().window(layer, words.data() + row * width, (row % 2 == 1) != odd, 1, alone.data(),
                     scratch.data());
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), y.data() + row * width)) << row;
  }
}

TEST_P(EveryMachine, AddsRowsAndTakesTheLargerHalf) {
  Dice dice(4);
  const std::size_t width = 24;
  const auto numbers = dice.numbers(2 * width * 5);
  const auto bias = dice.numbers(2 * width);
  std::vector<const float*> rows;
  std::vector<float> sum(2 * width);
  for (std::size_t row = 0; row < 5; ++row) {
    rows.push_back(numbers.data() + row * 2 * width);
    for (std::size_t i = 0; i < 2 * width; ++i) {
      sum[i] += rows.back()[i];
    }
  }
  std::vector<float> y(2 * width);
  kernels().add_rows(rows.data(), rows.size(), 2 * width, y.data());
  expect_near(sum, y.data(), "sum");
  std::vector<float> expected;
  for (std::size_t i = 0; i < width; ++i) {
    expected.push_back(std::max(sum[i] + bias[i], sum[width + i] + bias[width + i]));
  }
  kernels().maxout_pair(rows.data(), rows.size(), bias.data(), width, y.data());
  expect_near(expected, y.data(), "larger half");
}

TEST_P(EveryMachine, FindsTheFirstOfTheBest) {
  Dice dice(5);
  for (int round = 0; round < 100; ++round) {
    const std::size_t outputs = 1 + dice.below(150);
    const std::size_t inputs = 1 + dice.below(20);
    auto weights = dice.numbers(outputs * inputs);
    auto bias = dice.numbers(outputs);
    const auto x = dice.numbers(inputs);
    auto scores = plain_affine(weights, bias, x, inputs, inputs, 1);
    const auto best =
        static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    // An equal one before or behind it: the first wins.
    const std::size_t twin = dice.below(outputs);
    std::copy_n(weights.begin() + static_cast<std::ptrdiff_t>(best * inputs), inputs,
                weights.begin() + static_cast<std::ptrdiff_t>(twin * inputs));
    bias[twin] = bias[best];
    const Matrix flat = lay_out_flat(weights, bias, inputs, Padding::never);
    std::vector<float> row(flat.outputs);
    kernels().affine_row(flat, x.data(), row.data());
    expect_near(plain_affine(weights, bias, x, inputs, inputs, 1), row.data(), "row");
    EXPECT_EQ(kernels().best_output(flat, x.data(), flat.bias.data()), std::min(best, twin));
    scores.resize(flat.outputs, 0.0F);
    scores[twin] = scores[best];
    std::vector<float> add(flat.outputs, 0.0F);
    std::fill(add.begin() + static_cast<std::ptrdiff_t>(outputs), add.end(), kNever);
    EXPECT_EQ(kernels().best_of(scores.data(), add.data(), scores.size()), std::min(best, twin));
  }
}

TEST_P(EveryMachine, AnswersWhereNoScoreIsANumber) {
  const std::vector<float> none(32, std::nanf(""));
  const std::vector<float> never(32, kNever);
  const std::vector<float> zero(32, 0.0F);
  EXPECT_EQ(kernels().best_of(none.data(), zero.data(), 32), 0U);
  EXPECT_EQ(kernels().best_of(zero.data(), never.data(), 32), 0U);
}

}  // namespace
}  // namespace factbox::language
