#include "readers/trained/convolution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace factbox::readers {
namespace {

constexpr std::size_t kWidth = 32;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::vector<float> numbers(std::size_t count, float most = 1.0F) {
    std::uniform_real_distribution<float> real(-most, most);
    std::vector<float> result(count);
    for (float& value : result) {
      value = real(engine_);
    }
    return result;
  }

 private:
  std::mt19937 engine_;
};

struct Layer {
  explicit Layer(Dice& dice, std::size_t dilated)
      : weights(dice.numbers(3 * kWidth * kWidth, 0.3F)),
        bias(dice.numbers(kWidth)),
        gain(dice.numbers(kWidth)),
        shift(dice.numbers(kWidth)),
        dilation(dilated) {}
  std::vector<float> weights;
  std::vector<float> bias;
  std::vector<float> gain;
  std::vector<float> shift;
  std::size_t dilation;
};

/// The slow twin: as the trainer's network.py writes it down, for a text without blank rows.
std::vector<float> plain(const Layer& layer, const std::vector<float>& rows) {
  const std::size_t count = rows.size() / kWidth;
  std::vector<double> normalised(rows.size());
  for (std::size_t row = 0; row < count; ++row) {
    double mean = 0;
    double variance = 0;
    for (std::size_t i = 0; i < kWidth; ++i) {
      mean += rows[row * kWidth + i] / double{kWidth};
    }
    for (std::size_t i = 0; i < kWidth; ++i) {
      variance += std::pow(rows[row * kWidth + i] - mean, 2) / double{kWidth};
    }
    for (std::size_t i = 0; i < kWidth; ++i) {
      normalised[row * kWidth + i] =
          (rows[row * kWidth + i] - mean) / std::sqrt(variance + 1e-5) * layer.gain[i] +
          layer.shift[i];
    }
  }
  std::vector<float> result = rows;
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t out = 0; out < kWidth; ++out) {
      double sum = layer.bias[out];
      for (std::size_t place = 0; place < 3; ++place) {
        const std::size_t seen = row + place * layer.dilation;  // one dilation too far
        if (seen < layer.dilation || seen - layer.dilation >= count) {
          continue;
        }
        for (std::size_t in = 0; in < kWidth; ++in) {
          sum += normalised[(seen - layer.dilation) * kWidth + in] *
                 layer.weights[(place * kWidth + in) * kWidth + out];
        }
      }
      const double inner = std::sqrt(2 / std::acos(-1.0)) * (sum + 0.044715 * sum * sum * sum);
      result[row * kWidth + out] += static_cast<float>(0.5 * sum * (1 + std::tanh(inner)));
    }
  }
  return result;
}

class EveryDilation : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Convolution, EveryDilation, testing::Values(1, 2, 3, 4, 8, 16));

TEST_P(EveryDilation, IsThreeLoopsForTextsOfAnyLength) {
  Dice dice(static_cast<unsigned>(GetParam()));
  const Layer layer(dice, GetParam());
  const Convolution convolution(layer.weights, layer.bias, layer.gain, layer.shift, GetParam());
  std::vector<std::vector<float>> texts;
  for (const std::size_t count :
       {0U, 1U, 2U, 3U, 4U, 5U, 15U, 16U, 17U, 63U, 64U, 65U, 160U, 301U}) {
    texts.push_back(dice.numbers(count * kWidth, 2.0F));
  }
  std::vector<std::vector<float>> expected;
  std::vector<Rows> rows;
  for (auto& text : texts) {
    expected.push_back(plain(layer, text));
    rows.push_back({text.data(), text.size() / kWidth});
  }
  ConvolutionSpace space;
  convolution.apply(language::best_kernels(), rows, space);
  for (std::size_t text = 0; text < texts.size(); ++text) {
    for (std::size_t i = 0; i < texts[text].size(); ++i) {
      ASSERT_NEAR(texts[text][i], expected[text][i], 1e-4)
          << "text of " << texts[text].size() / kWidth << " rows, row " << i / kWidth;
    }
  }
}

TEST_P(EveryDilation, BlankRowsAreRowsOfZerosThatStaySo) {
  Dice dice(7);
  const Layer layer(dice, GetParam());
  const Convolution convolution(layer.weights, layer.bias, layer.gain, layer.shift, GetParam());
  const std::size_t count = 23;
  for (const auto& [before, after] : {std::pair<std::size_t, std::size_t>{0, 5}, {3, 0}, {40, 9}}) {
    std::vector<float> rows = dice.numbers(count * kWidth);
    std::vector<float> whole((before + count + after) * kWidth, 0.0F);
    std::copy(rows.begin(), rows.end(),
              whole.begin() + static_cast<std::ptrdiff_t>(before * kWidth));
    const std::vector<float> expected = plain(layer, whole);
    const Rows text{rows.data(), count, before, after};
    ConvolutionSpace space;
    convolution.apply(language::best_kernels(), {&text, 1}, space);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_NEAR(rows[i], expected[before * kWidth + i], 1e-4) << "row " << i / kWidth;
    }
  }
}

}  // namespace
}  // namespace factbox::readers
