/// \file
/// The arithmetic of attention, beyond the sums that all networks share.
#pragma once

#include <cstddef>

namespace factbox::language {

/// The functions come in one form for each kind of machine, as those of Kernels.
struct AttentionKernels {
  /// Makes shares of each row's first `count` numbers: exp(x) over the sum of all; what follows
  /// them, up to a whole number of eights, becomes 0. Rows lie `stride` floats apart.
  void (*softmax)(float* x, std::size_t stride, std::size_t rows, std::size_t count);

  /// x = gelu(x), in its form with the error function; `count` is a multiple of 8.
  void (*exact_gelu)(float* x, std::size_t count);
};

}  // namespace factbox::language
