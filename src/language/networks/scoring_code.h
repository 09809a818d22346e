/// \file
/// The scoring of single rows, compiled once for each kind of machine; see kernel_code.h.
#pragma once

#include <cstddef>

#include "language/networks/kernels.h"

namespace factbox::language {

template <class Machine>
struct ScoringCode {
  using Vec = typename Machine::Vec;
  static constexpr std::size_t kLanes = 8;
  static_assert(kPanel == 2 * kLanes);

  /// Scores 8·N outputs of a flat matrix into `scores`.
  template <std::size_t N>
  static void score_outputs(const float* weights, std::size_t stride, std::size_t inputs,
                            const float* x, const float* bias, float* scores) {
    Vec sums[N];
    for (std::size_t n = 0; n < N; ++n) {
      sums[n] = Machine::load(bias + n * kLanes);
    }
    for (std::size_t k = 0; k < inputs; ++k) {
      const Vec value = Machine::all(x[k]);
      for (std::size_t n = 0; n < N; ++n) {
        sums[n] =
            Machine::multiply_add(value, Machine::load(weights + k * stride + n * kLanes), sums[n]);
      }
    }
    for (std::size_t n = 0; n < N; ++n) {
      Machine::store(scores + n * kLanes, sums[n]);
    }
  }

  /// The largest of `scores`; minus infinity where all are that or no numbers.
  static float largest_of(const float* scores, std::size_t count) {
    Vec largest = Machine::all(kNever);
    for (std::size_t i = 0; i < count; i += kLanes) {
      largest = Machine::larger(Machine::load(scores + i), largest);
    }
    return Machine::largest(largest);
  }

  static std::size_t place_of(float wanted, const float* scores) {
    std::size_t place = 0;
    while (scores[place] != wanted) {
      ++place;
    }
    return place;
  }

  static constexpr std::size_t kMostOutputs = 8 * kLanes;

  /// Scores a flat matrix's outputs from `out` on, kMostOutputs or as many as are left.
  static std::size_t score_part(const Matrix& matrix, std::size_t out, const float* x,
                                const float* bias, float* scores) {
    const float* weights = matrix.weights.data() + out;
    const std::size_t left = matrix.outputs - out;
    const std::size_t count = left < kMostOutputs ? left : kMostOutputs;
    switch (count / kPanel) {
      case 1:
        score_outputs<2>(weights, matrix.panel, matrix.inputs, x, bias + out, scores);
        break;
      case 2:
        score_outputs<4>(weights, matrix.panel, matrix.inputs, x, bias + out, scores);
        break;
      case 3:
        score_outputs<6>(weights, matrix.panel, matrix.inputs, x, bias + out, scores);
        break;
      default:
        score_outputs<8>(weights, matrix.panel, matrix.inputs, x, bias + out, scores);
        break;
    }
    return count;
  }

  static void affine_row(const Matrix& matrix, const float* x, float* y) {
    for (std::size_t out = 0; out < matrix.outputs; out += kMostOutputs) {
      score_part(matrix, out, x, matrix.bias.data(), y + out);
    }
  }

  static std::size_t best_output(const Matrix& matrix, const float* x, const float* bias) {
    alignas(64) float scores[kMostOutputs];
    std::size_t best = 0;
    float most = kNever;
    for (std::size_t out = 0; out < matrix.outputs; out += kMostOutputs) {
      const std::size_t count = score_part(matrix, out, x, bias, scores);
      if (const float largest = largest_of(scores, count); largest > most) {
        most = largest;
        best = out + place_of(largest, scores);
      }
    }
    return best;
  }

  static std::size_t best_of(const float* x, const float* bias, std::size_t count) {
    alignas(64) float scores[kPanel];
    std::size_t best = 0;
    float most = kNever;
    for (std::size_t i = 0; i < count; i += kPanel) {
      for (std::size_t half = 0; half < kPanel; half += kLanes) {
        Machine::store(scores + half,
                       Machine::add(Machine::load(x + i + half), Machine::load(bias + i + half)));
      }
      if (const float largest = largest_of(scores, kPanel); largest > most) {
        most = largest;
        best = i + place_of(largest, scores);
      }
    }
    return best;
  }
};

}  // namespace factbox::language
