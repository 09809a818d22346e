/// \file
/// What this machine's arithmetic could do at best.
#pragma once

namespace factbox::bench {

/// The billions of 32-bit multiplications and additions a second that this thread reaches in
/// registers, with the widest fused multiply-add that the kernels use (AVX2); 0 without it.
[[nodiscard]] double peak_gflops();

}  // namespace factbox::bench
