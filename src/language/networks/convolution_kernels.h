/// \file
/// The arithmetic of convolutions over three tokens, normalised before and added to what they
/// came from.
#pragma once

#include <cstddef>

namespace factbox::language {

/// The functions come in one form for each kind of machine, as those of Kernels; widths are
/// multiples of 8.
///
/// A convolution over three tokens is worked out four tokens at a time, from the six that those
/// see: Winograd's minimal filtering, F(4,3), as Lavin and Gray (2015) lay it out. It takes six
/// multiplications for each pair of numbers where plain sums take twelve.
struct ConvolutionKernels {
  static constexpr std::size_t kTile = 4;    ///< tokens that a tile gives
  static constexpr std::size_t kPlanes = 6;  ///< tokens that it sees, and matrices that it needs

  /// y = (x - mean) / sqrt(variance + epsilon) * gain + shift, for each of `rows` rows.
  void (*normalise)(const float* x, std::size_t rows, std::size_t width, const float* gain,
                    const float* shift, float epsilon, float* y);

  /// x = gelu(x), in its form with the hyperbolic tangent.
  void (*gelu)(float* x, std::size_t count);

  /// What a tile's six rows x bring to each matrix: y[k * plane + i], for six k.
  void (*enter_tile)(const float* const* x, std::size_t width, float* y, std::size_t plane);

  /// rows[i] += gelu(sum i of the tile + bias), for its four rows, from what the six matrices gave:
  /// x[k * plane + i].
  void (*leave_tile)(const float* x, std::size_t plane, std::size_t width, const float* bias,
                     float* const* rows);
};

/// The six weights that stand for a filter's three.
constexpr void filter_of_tile(const float (&filter)[3], float (&weights)[6]) {
  const double left = filter[0];
  const double middle = filter[1];
  const double right = filter[2];
  weights[0] = static_cast<float>(left / 4);
  weights[1] = static_cast<float>(-(left + middle + right) / 6);
  weights[2] = static_cast<float>(-(left - middle + right) / 6);
  weights[3] = static_cast<float>(left / 24 + middle / 12 + right / 6);
  weights[4] = static_cast<float>(left / 24 - middle / 12 + right / 6);
  weights[5] = static_cast<float>(right);
}

}  // namespace factbox::language
