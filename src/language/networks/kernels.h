/// \file
/// The arithmetic of the networks, in the fastest form that this machine has.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "language/networks/attention_kernels.h"
#include "language/networks/convolution_kernels.h"
#include "language/networks/matrix.h"

namespace factbox::language {

/// A layer that takes the largest of several sums for each output, then normalises a row to mean 0
/// and variance 1, scales and shifts it.
struct MaxoutLayer {
  Matrix sums;  ///< outputs in the order [piece][output], so that pieces compare side by side
  std::size_t width = 0;
  std::size_t pieces = 0;
  Floats scale;
  Floats shift;
};

/// A product fewer for each neighbour that two windows share: four for two windows instead of six.
inline constexpr std::size_t kWindowProducts = 4;
/// Pairs of windows that are computed together.
inline constexpr std::size_t kWindowPairs = 132;

/// A maxout layer over windows of three words, prepared for two windows at a time (Winograd's
/// minimal filtering). With the weights l, m, r for the left, middle and right word of a window,
/// and four words a b c d in a row:
///
///     p0 = l (a - c)   p1 = (l+m+r)/2 (b + c)   p2 = (l-m+r)/2 (c - b)   p3 = r (b - d)
///     window a b c = p0 + p1 + p2     window b c d = p1 - p2 - p3
struct WindowLayer {
  MaxoutLayer norm;  ///< its matrix has no weights, only the bias
  std::array<Matrix, kWindowProducts> products;
};

/// How many floats of scratch Kernels::window asks for.
[[nodiscard]] constexpr std::size_t window_scratch(std::size_t width) {
  return kWindowProducts * kWindowPairs * (width + kPanel);
}

/// The same functions for each kind of machine.
///
/// Each output is summed in the order of its inputs, whatever rows stand beside it, so that an
/// answer doesn't depend on how rows were put together. Kinds of machines differ by rounding.
struct Kernels {
  std::string_view name;

  /// y = matrix · x + bias, for `rows` rows that lie `x_stride` and `y_stride` floats apart.
  void (*affine)(const Matrix& matrix, const float* x, std::size_t x_stride, std::size_t rows,
                 float* y, std::size_t y_stride);

  /// y = layer(x), for rows of x that lie `x_stride` apart; those of y lie `layer.width` apart.
  void (*maxout)(const MaxoutLayer& layer, const float* x, std::size_t x_stride, std::size_t rows,
                 float* y);

  /// The layer over windows of three words, plus the middle word itself, from what each word brings
  /// to it: sums laid out as [left, middle, right neighbour][piece][output]. `sums` and `words`
  /// point to rows of the words from one before the first row of y to one past the last.
  void (*window_of_sums)(const MaxoutLayer& layer, const float* const* sums,
                         const float* const* words, std::size_t rows, float* y);

  /// The same from the words' rows, which begin one before the first row of y and end one past the
  /// last. Windows are computed in pairs; `starts_odd`: the first row is the second of its pair.
  /// Which rows are pairs changes an answer by rounding, so it must go by the place in the text.
  /// `scratch` has window_scratch(width) floats.
  void (*window)(const WindowLayer& layer, const float* x, bool starts_odd, std::size_t rows,
                 float* y, float* scratch);

  /// y = the sum of `count` rows of `width` floats.
  void (*add_rows)(const float* const* x, std::size_t count, std::size_t width, float* y);

  /// hidden = the larger half of the sum of `count` rows and the bias; rows hold `width` first
  /// pieces, then `width` second ones.
  void (*maxout_pair)(const float* const* x, std::size_t count, const float* bias,
                      std::size_t width, float* hidden);

  /// y = matrix · x + bias for a single row; the matrix must lie in one panel.
  void (*affine_row)(const Matrix& matrix, const float* x, float* y);

  /// The output that is largest in matrix · x + bias, the first of equals; the matrix must lie in
  /// one panel. `bias` stands in for the matrix's own.
  std::size_t (*best_output)(const Matrix& matrix, const float* x, const float* bias);

  /// The place of the largest of x + bias, the first of equals; `count` is a multiple of 16.
  /// 0 where none is larger than minus infinity.
  std::size_t (*best_of)(const float* x, const float* bias, std::size_t count);

  ConvolutionKernels convolution;
  AttentionKernels attention;
};

[[nodiscard]] const Kernels& portable_kernels();
/// Of kernels_avx2.cpp; null where this program was compiled for another kind of machine.
/// Call it only where the machine has the instructions.
[[nodiscard]] const Kernels* compiled_avx2_kernels();
/// Null where this program or this machine has no such instructions.
[[nodiscard]] const Kernels* avx2_kernels();
/// The fastest that this machine has.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace factbox::language
