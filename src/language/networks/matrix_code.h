/// \file
/// The kernels' text for matrices and the layers made of one.
///
/// See kernel_code.h for what may be included.
#pragma once

#include <cstddef>

#include "language/networks/kernels.h"

namespace factbox::language {

template <class Machine>
struct MatrixCode {
  using Vec = typename Machine::Vec;
  static constexpr std::size_t kLanes = 8;
  static constexpr std::size_t kRows = Machine::kRows;  // whose sums fit in the registers
  /// Rows whose input and output stay near while the panels pass.
  static constexpr std::size_t kChunk = 96;
  static constexpr float kTiny = 1e-8F;  // added to a variance, as in training
  static_assert(kPanel == 2 * kLanes);

  /// Adds up one panel for R rows.
  template <std::size_t R>
  static void add_up(const float* x, std::size_t x_stride, const float* weights, std::size_t inputs,
                     const float* bias, Vec (&sums)[R][2]) {
    for (std::size_t r = 0; r < R; ++r) {
      sums[r][0] = sums[r][1] = Machine::zero();
    }
    for (std::size_t k = 0; k < inputs; ++k) {
      const Vec low = Machine::load(weights + k * kPanel);
      const Vec high = Machine::load(weights + k * kPanel + kLanes);
      for (std::size_t r = 0; r < R; ++r) {
        const Vec value = Machine::all(x[r * x_stride + k]);
        sums[r][0] = Machine::multiply_add(value, low, sums[r][0]);
        sums[r][1] = Machine::multiply_add(value, high, sums[r][1]);
      }
    }
    const Vec low = Machine::load(bias);
    const Vec high = Machine::load(bias + kLanes);
    for (std::size_t r = 0; r < R; ++r) {
      sums[r][0] = Machine::add(sums[r][0], low);
      sums[r][1] = Machine::add(sums[r][1], high);
    }
  }

  template <bool kKeepLargest, std::size_t R>
  static void panel_rows(const float* x, std::size_t x_stride, const float* weights,
                         std::size_t inputs, const float* bias, float* y, std::size_t y_stride) {
    Vec sums[R][2];
    add_up<R>(x, x_stride, weights, inputs, bias, sums);
    for (std::size_t r = 0; r < R; ++r) {
      for (std::size_t half = 0; half < 2; ++half) {
        float* place = y + r * y_stride + half * kLanes;
        if constexpr (kKeepLargest) {
          sums[r][half] = Machine::larger(sums[r][half], Machine::load(place));
        }
        Machine::store(place, sums[r][half]);
      }
    }
  }

  template <bool kKeepLargest, std::size_t R>
  static void remaining_rows(const float* x, std::size_t x_stride, std::size_t rows,
                             const float* weights, std::size_t inputs, const float* bias, float* y,
                             std::size_t y_stride) {
    if constexpr (R > 0) {
      if (rows == R) {
        panel_rows<kKeepLargest, R>(x, x_stride, weights, inputs, bias, y, y_stride);
      } else {
        remaining_rows<kKeepLargest, R - 1>(x, x_stride, rows, weights, inputs, bias, y, y_stride);
      }
    }
  }

  /// One panel for any number of rows.
  template <bool kKeepLargest>
  static void panel(const float* x, std::size_t x_stride, std::size_t rows, const float* weights,
                    std::size_t inputs, const float* bias, float* y, std::size_t y_stride) {
    std::size_t row = 0;
    for (; row + kRows <= rows; row += kRows) {
      panel_rows<kKeepLargest, kRows>(x + row * x_stride, x_stride, weights, inputs, bias,
                                      y + row * y_stride, y_stride);
    }
    remaining_rows<kKeepLargest, kRows - 1>(x + row * x_stride, x_stride, rows - row, weights,
                                            inputs, bias, y + row * y_stride, y_stride);
  }

  static std::size_t chunk_end(std::size_t first, std::size_t rows) {
    return first + kChunk < rows ? first + kChunk : rows;
  }

  static void affine(const Matrix& matrix, const float* x, std::size_t x_stride, std::size_t rows,
                     float* y, std::size_t y_stride) {
    for (std::size_t first = 0; first < rows; first += kChunk) {
      const std::size_t count = chunk_end(first, rows) - first;
      for (std::size_t out = 0; out < matrix.outputs; out += kPanel) {
        panel<false>(x + first * x_stride, x_stride, count,
                     matrix.weights.data() + out * matrix.inputs, matrix.inputs,
                     matrix.bias.data() + out, y + first * y_stride + out, y_stride);
      }
    }
  }

  /// Normalises a row in place, then adds `residual` where there is one.
  static void normalise(const MaxoutLayer& layer, const float* residual, float* y) {
    const std::size_t width = layer.width;
    Vec sum = Machine::zero();
    for (std::size_t i = 0; i < width; i += kLanes) {
      sum = Machine::add(sum, Machine::load(y + i));
    }
    const float mean = Machine::total(sum) / static_cast<float>(width);
    const Vec means = Machine::all(mean);
    Vec squares = Machine::zero();
    for (std::size_t i = 0; i < width; i += kLanes) {
      const Vec off = Machine::subtract(Machine::load(y + i), means);
      squares = Machine::multiply_add(off, off, squares);
    }
    const float variance = Machine::total(squares) / static_cast<float>(width) + kTiny;
    const Vec by = Machine::all(1.0F / Machine::root(variance));
    for (std::size_t i = 0; i < width; i += kLanes) {
      const Vec off = Machine::subtract(Machine::load(y + i), means);
      Vec value =
          Machine::multiply_add(Machine::multiply(off, by), Machine::load(layer.scale.data() + i),
                                Machine::load(layer.shift.data() + i));
      if (residual != nullptr) {
        value = Machine::add(value, Machine::load(residual + i));
      }
      Machine::store(y + i, value);
    }
  }

  static void maxout(const MaxoutLayer& layer, const float* x, std::size_t x_stride,
                     std::size_t rows, float* y) {
    const std::size_t width = layer.width;
    const Matrix& sums = layer.sums;
    for (std::size_t first = 0; first < rows; first += kChunk) {
      const std::size_t end = chunk_end(first, rows);
      const float* chunk = x + first * x_stride;
      for (std::size_t out = 0; out < width; out += kPanel) {
        float* place = y + first * width + out;
        for (std::size_t piece = 0; piece < layer.pieces; ++piece) {
          const std::size_t column = piece * width + out;
          const float* weights = sums.weights.data() + column * sums.inputs;
          const float* bias = sums.bias.data() + column;
          if (piece == 0) {
            panel<false>(chunk, x_stride, end - first, weights, sums.inputs, bias, place, width);
          } else {
            panel<true>(chunk, x_stride, end - first, weights, sums.inputs, bias, place, width);
          }
        }
      }
      for (std::size_t row = first; row < end; ++row) {
        normalise(layer, nullptr, y + row * width);
      }
    }
  }

  static void add_rows(const float* const* x, std::size_t count, std::size_t width, float* y) {
    for (std::size_t i = 0; i < width; i += kLanes) {
      Vec sum = Machine::zero();
      for (std::size_t row = 0; row < count; ++row) {
        sum = Machine::add(sum, Machine::load(x[row] + i));
      }
      Machine::store(y + i, sum);
    }
  }

  static void maxout_pair(const float* const* x, std::size_t count, const float* bias,
                          std::size_t width, float* hidden) {
    for (std::size_t i = 0; i < width; i += kLanes) {
      Vec first = Machine::zero();
      Vec second = Machine::zero();
      for (std::size_t row = 0; row < count; ++row) {
        first = Machine::add(first, Machine::load(x[row] + i));
        second = Machine::add(second, Machine::load(x[row] + width + i));
      }
      first = Machine::add(first, Machine::load(bias + i));
      second = Machine::add(second, Machine::load(bias + width + i));
      Machine::store(hidden + i, Machine::larger(first, second));
    }
  }
};

}  // namespace factbox::language
