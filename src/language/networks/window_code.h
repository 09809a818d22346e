/// \file
/// The kernels' text for layers over windows of three words.
///
/// See kernel_code.h for what may be included.
#pragma once

#include <cstddef>

#include "language/networks/kernels.h"
#include "language/networks/matrix_code.h"

namespace factbox::language {

template <class Machine>
struct WindowCode {
  using Matrices = MatrixCode<Machine>;
  using Vec = typename Machine::Vec;
  static constexpr std::size_t kLanes = 8;

  static void window_of_sums(const MaxoutLayer& layer, const float* const* sums,
                             const float* const* residuals, std::size_t rows, float* y) {
    const std::size_t width = layer.width;
    const std::size_t all = layer.pieces * width;
    const float* bias = layer.sums.bias.data();
    for (std::size_t row = 0; row < rows; ++row) {
      const float* left = sums[row];
      const float* middle = sums[row + 1] + all;
      const float* right = sums[row + 2] + 2 * all;
      float* place = y + row * width;
      for (std::size_t i = 0; i < width; i += kLanes) {
        Vec largest = Machine::all(kNever);
        for (std::size_t at = i; at < all; at += width) {
          const Vec near = Machine::add(Machine::load(left + at), Machine::load(middle + at));
          const Vec far = Machine::add(Machine::load(right + at), Machine::load(bias + at));
          largest = Machine::larger(Machine::add(near, far), largest);
        }
        Machine::store(place + i, largest);
      }
      Matrices::normalise(layer, residuals[row + 1], place);
    }
  }

  /// Puts the four sums and differences of a pair of windows' words where the products take them.
  static void mix_words(const float* const (&words)[4], std::size_t width, std::size_t step,
                        float* mixed) {
    for (std::size_t i = 0; i < width; i += kLanes) {
      const Vec d0 = Machine::load(words[0] + i);
      const Vec d1 = Machine::load(words[1] + i);
      const Vec d2 = Machine::load(words[2] + i);
      const Vec d3 = Machine::load(words[3] + i);
      Machine::store(mixed + i, Machine::subtract(d0, d2));
      Machine::store(mixed + step + i, Machine::add(d1, d2));
      Machine::store(mixed + 2 * step + i, Machine::subtract(d2, d1));
      Machine::store(mixed + 3 * step + i, Machine::subtract(d1, d3));
    }
  }

  /// From the four products of a pair, for one panel, to the sums of its two windows.
  template <bool kKeepLargest>
  static void unmix_panel(const float* products, std::size_t step, float* first, float* second) {
    for (std::size_t half = 0; half < kPanel; half += kLanes) {
      const Vec m0 = Machine::load(products + half);
      const Vec m1 = Machine::load(products + step + half);
      const Vec m2 = Machine::load(products + 2 * step + half);
      const Vec m3 = Machine::load(products + 3 * step + half);
      put<kKeepLargest>(Machine::add(Machine::add(m0, m1), m2), first, half);
      put<kKeepLargest>(Machine::subtract(Machine::subtract(m1, m2), m3), second, half);
    }
  }

  template <bool kKeepLargest>
  static void put(Vec sums, float* row, std::size_t half) {
    if (row == nullptr) {
      return;
    }
    if constexpr (kKeepLargest) {
      sums = Machine::larger(sums, Machine::load(row + half));
    }
    Machine::store(row + half, sums);
  }

  /// Rows that are being computed: `pairs` pairs of windows, the first of them at row `first`.
  struct Part {
    std::ptrdiff_t first;
    std::size_t pairs;
    std::ptrdiff_t rows;  ///< of the whole call
    [[nodiscard]] float* row_of(float* y, std::size_t width, std::size_t pair, int second) const {
      const std::ptrdiff_t row = first + 2 * static_cast<std::ptrdiff_t>(pair) + second;
      return row < 0 || row >= rows ? nullptr : y + row * static_cast<std::ptrdiff_t>(width);
    }
  };

  /// One panel of one piece, for all pairs of a part.
  template <bool kKeepLargest>
  static void panel_of_pairs(const WindowLayer& layer, std::size_t column, const Part& part,
                             const float* mixed, float* products, float* y, std::size_t out) {
    constexpr std::size_t kStep = kWindowPairs * kPanel;
    alignas(64) constexpr float kNothing[kPanel] = {};
    const std::size_t width = layer.norm.width;
    for (std::size_t i = 0; i < kWindowProducts; ++i) {
      const Matrix& matrix = layer.products[i];
      // Both windows of a pair take the second product as it is: it brings the bias.
      const float* bias = i == 1 ? layer.norm.sums.bias.data() + column : kNothing;
      Matrices::template panel<false>(mixed + i * kWindowPairs * width, width, part.pairs,
                                      matrix.weights.data() + column * width, width, bias,
                                      products + i * kStep, kPanel);
    }
    for (std::size_t pair = 0; pair < part.pairs; ++pair) {
      float* first = part.row_of(y, width, pair, 0);
      float* second = part.row_of(y, width, pair, 1);
      unmix_panel<kKeepLargest>(products + pair * kPanel, kStep,
                                first == nullptr ? nullptr : first + out,
                                second == nullptr ? nullptr : second + out);
    }
  }

  static void window(const WindowLayer& layer, const float* x, bool starts_odd, std::size_t rows,
                     float* y, float* scratch) {
    const std::size_t width = layer.norm.width;
    float* mixed = scratch;
    float* products = scratch + kWindowProducts * kWindowPairs * width;
    const std::ptrdiff_t odd = starts_odd ? 1 : 0;
    const auto count = static_cast<std::ptrdiff_t>(rows);
    const auto stride = static_cast<std::ptrdiff_t>(width);
    for (std::ptrdiff_t first = -odd; first < count;
         first += 2 * static_cast<std::ptrdiff_t>(kWindowPairs)) {
      const auto left = static_cast<std::size_t>(count - first + 1) / 2;
      const Part part{first, left < kWindowPairs ? left : kWindowPairs, count};
      for (std::size_t pair = 0; pair < part.pairs; ++pair) {
        const float* at = x + (first + 2 * static_cast<std::ptrdiff_t>(pair)) * stride;
        const bool no_first = part.row_of(y, width, pair, 0) == nullptr;
        const bool no_second = part.row_of(y, width, pair, 1) == nullptr;
        // The first window never looks at the fourth word, nor the second one at the first: where
        // one of them isn't asked for, any word may stand in.
        const float* const words[4] = {no_first ? at + 2 * stride : at, at + stride,
                                       at + 2 * stride, no_second ? at + stride : at + 3 * stride};
        mix_words(words, width, kWindowPairs * width, mixed + pair * width);
      }
      for (std::size_t out = 0; out < width; out += kPanel) {
        panel_of_pairs<false>(layer, out, part, mixed, products, y, out);
        for (std::size_t piece = 1; piece < layer.norm.pieces; ++piece) {
          panel_of_pairs<true>(layer, piece * width + out, part, mixed, products, y, out);
        }
      }
      for (std::size_t pair = 0; pair < part.pairs; ++pair) {
        for (int second = 0; second < 2; ++second) {
          float* row = part.row_of(y, width, pair, second);
          if (row != nullptr) {
            Matrices::normalise(layer.norm, x + (row - y) + stride, row);
          }
        }
      }
    }
  }
};

}  // namespace factbox::language
