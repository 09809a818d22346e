/// \file
/// The arithmetic of the networks, in the fastest form that this machine has.
#pragma once

#include <cstddef>
#include <string_view>

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

/// The same functions for each kind of machine.
///
/// Each output is summed in the order of its inputs, whatever rows stand beside it, so that an
/// answer doesn't depend on how rows were put together. Kinds of machines differ by rounding.
struct Kernels {
  std::string_view name;

  /// y = matrix · x + bias, for `rows` rows that lie `x_stride` and `y_stride` floats apart.
  void (*affine)(const Matrix& matrix, const float* x, std::size_t x_stride, std::size_t rows,
                 float* y, std::size_t y_stride);

  /// y = layer(x), plus `residual` (of the layer's width a row) where it isn't null. Rows of y and
  /// of residual lie `layer.width` apart.
  void (*maxout)(const MaxoutLayer& layer, const float* x, std::size_t x_stride, std::size_t rows,
                 const float* residual, float* y);

  /// The same for a layer over windows of three words, from the sums that each word brings, which
  /// are laid out as [left, middle, right neighbour][piece][output]. `sums` and `residuals` point
  /// to those of the words from one before the first row to one past the last.
  void (*maxout_window)(const MaxoutLayer& layer, const float* const* sums,
                        const float* const* residuals, std::size_t rows, float* y);

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
};

[[nodiscard]] const Kernels& portable_kernels();
/// Null where this program or this machine has no such instructions.
[[nodiscard]] const Kernels* avx2_kernels();
/// The fastest that this machine has.
[[nodiscard]] const Kernels& best_kernels();

}  // namespace factbox::language
