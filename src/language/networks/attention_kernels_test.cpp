#include "language/networks/attention_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "language/networks/kernels.h"

namespace factbox::language {
namespace {

std::vector<float> random_numbers(std::size_t count, unsigned seed, float most) {
  std::mt19937 engine(seed);
  std::uniform_real_distribution<float> real(-most, most);
  std::vector<float> numbers(count);
  for (float& number : numbers) {
    number = real(engine);
  }
  return numbers;
}

class Attention : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (GetParam() == nullptr) {
      GTEST_SKIP() << "this machine has no AVX2";
    }
  }
  [[nodiscard]] static const AttentionKernels& kernels() { return GetParam()->attention; }
};

INSTANTIATE_TEST_SUITE_P(Kernels, Attention, testing::Values(&portable_kernels(), avx2_kernels()),
                         [](const auto& kind) {
                           return kind.index == 0 ? std::string{"portable"} : std::string{"avx2"};
                         });

TEST_P(Attention, GeluIsItsFormula) {
  std::vector<float> x = random_numbers(8000, 1, 9.0F);
  x[0] = 0.0F;
  x[1] = 1e6F;
  x[2] = -1e6F;
  x[3] = 1e-6F;
  std::vector<float> y = x;
  kernels().exact_gelu(y.data(), y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double expected = 0.5 * x[i] * (1 + std::erf(x[i] / std::sqrt(2.0)));
    ASSERT_NEAR(y[i], expected, 1e-6 + 1e-6 * std::abs(x[i])) << "of " << x[i];
  }
}

TEST_P(Attention, SharesMakeOne) {
  constexpr std::size_t kStride = 48;
  constexpr std::size_t kRows = 7;
  for (const std::size_t count : {1U, 7U, 8U, 37U, 48U}) {
    const auto x = random_numbers(kRows * kStride, 2, 30.0F);
    std::vector<float> y = x;
    kernels().softmax(y.data(), kStride, kRows, count);
    for (std::size_t row = 0; row < kRows; ++row) {
      double sum = 0;
      for (std::size_t i = 0; i < count; ++i) {
        sum += std::exp(double{x[row * kStride + i]});
      }
      for (std::size_t i = 0; i < (count + 7) / 8 * 8; ++i) {
        const double expected = i < count ? std::exp(double{x[row * kStride + i]}) / sum : 0;
        ASSERT_NEAR(y[row * kStride + i], expected, 1e-6) << row << ", " << i << " of " << count;
      }
    }
  }
}

TEST_P(Attention, WhatIsFarBelowHasNoShare) {
  std::vector<float> x(8, -1e9F);
  x[3] = 1e9F;
  kernels().softmax(x.data(), 8, 1, 8);
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_NEAR(x[i], i == 3 ? 1 : 0, 1e-6) << i;
  }
}

}  // namespace
}  // namespace factbox::language
