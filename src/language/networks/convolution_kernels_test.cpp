#include "language/networks/convolution_kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "language/networks/kernels.h"

namespace factbox::language {
namespace {

constexpr std::size_t kWidth = 24;

std::vector<float> random_numbers(std::size_t count, unsigned seed, float most = 1.0F) {
  std::mt19937 engine(seed);
  std::uniform_real_distribution<float> real(-most, most);
  std::vector<float> numbers(count);
  for (float& number : numbers) {
    number = real(engine);
  }
  return numbers;
}

double gelu(double x) {
  return 0.5 * x * (1 + std::tanh(std::sqrt(2 / 3.14159265358979) * (x + 0.044715 * x * x * x)));
}

class Convolutions : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (GetParam() == nullptr) {
      GTEST_SKIP() << "this machine has no AVX2";
    }
  }
  [[nodiscard]] static const ConvolutionKernels& kernels() { return GetParam()->convolution; }
};

INSTANTIATE_TEST_SUITE_P(Kernels, Convolutions,
                         testing::Values(&portable_kernels(), avx2_kernels()),
                         [](const auto& kind) {
                           return kind.index == 0 ? std::string{"portable"} : std::string{"avx2"};
                         });

TEST_P(Convolutions, GeluIsItsFormula) {
  std::vector<float> x = random_numbers(8000, 1, 12.0F);
  x[0] = 0.0F;
  x[1] = 1e6F;
  x[2] = -1e6F;
  x[3] = 1e-6F;
  std::vector<float> y = x;
  kernels().gelu(y.data(), y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    ASSERT_NEAR(y[i], gelu(x[i]), 2e-6 + 1e-6 * std::abs(x[i])) << "of " << x[i];
  }
}

TEST_P(Convolutions, NormalisesEachRow) {
  const std::size_t rows = 5;
  const auto x = random_numbers(rows * kWidth, 2, 3.0F);
  const auto gain = random_numbers(kWidth, 3);
  const auto shift = random_numbers(kWidth, 4);
  std::vector<float> y(x.size());
  kernels().normalise(x.data(), rows, kWidth, gain.data(), shift.data(), 1e-5F, y.data());
  for (std::size_t row = 0; row < rows; ++row) {
    double mean = 0;
    double variance = 0;
    for (std::size_t i = 0; i < kWidth; ++i) {
      mean += x[row * kWidth + i] / double{kWidth};
    }
    for (std::size_t i = 0; i < kWidth; ++i) {
      variance += std::pow(x[row * kWidth + i] - mean, 2) / double{kWidth};
    }
    for (std::size_t i = 0; i < kWidth; ++i) {
      const double expected =
          (x[row * kWidth + i] - mean) / std::sqrt(variance + 1e-5) * gain[i] + shift[i];
      ASSERT_NEAR(y[row * kWidth + i], expected, 1e-5) << "row " << row << " at " << i;
    }
  }
}

/// A filter for each number by itself: what the six matrices do between entering and leaving is
/// here a product, so that the sums can be followed by hand.
TEST_P(Convolutions, ATileIsFourPlainSums) {
  constexpr std::size_t kTile = ConvolutionKernels::kTile;
  constexpr std::size_t kPlanes = ConvolutionKernels::kPlanes;
  const auto x = random_numbers(kPlanes * kWidth, 5);
  const auto filters = random_numbers(3 * kWidth, 6);
  const auto bias = random_numbers(kWidth, 7);
  const auto before = random_numbers(kTile * kWidth, 8);
  std::array<const float*, kPlanes> seen{};
  for (std::size_t k = 0; k < kPlanes; ++k) {
    seen[k] = x.data() + k * kWidth;
  }
  const std::size_t plane = 3 * kWidth;  // tiles lie beside each other
  std::vector<float> sums(kPlanes * plane);
  kernels().enter_tile(seen.data(), kWidth, sums.data(), plane);
  for (std::size_t i = 0; i < kWidth; ++i) {
    float weights[kPlanes];
    filter_of_tile({filters[i], filters[kWidth + i], filters[2 * kWidth + i]}, weights);
    for (std::size_t k = 0; k < kPlanes; ++k) {
      sums[k * plane + i] *= weights[k];
    }
  }
  std::vector<float> rows = before;
  std::array<float*, kTile> places{};
  for (std::size_t row = 0; row < kTile; ++row) {
    places[row] = rows.data() + row * kWidth;
  }
  kernels().leave_tile(sums.data(), plane, kWidth, bias.data(), places.data());
  for (std::size_t row = 0; row < kTile; ++row) {
    for (std::size_t i = 0; i < kWidth; ++i) {
      double sum = bias[i];
      for (std::size_t k = 0; k < 3; ++k) {
        sum += static_cast<double>(x[(row + k) * kWidth + i]) * filters[k * kWidth + i];
      }
      ASSERT_NEAR(rows[row * kWidth + i], before[row * kWidth + i] + gelu(sum), 2e-5)
          << "row " << row << " at " << i;
    }
  }
}

}  // namespace
}  // namespace factbox::language
