#include "bench/peak.h"

#include <algorithm>
#include <ctime>

#if defined(__x86_64__)
#include <immintrin.h>

namespace factbox::bench {

namespace {

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Twelve sums that don't wait for each other; each round is 12 x 8 x 2 operations.
__attribute__((target("avx2,fma"))) void rounds_of_fma(long rounds) {
  __m256 a0 = _mm256_set1_ps(1.0F);
  __m256 a1 = a0;
  __m256 a2 = a0;
  __m256 a3 = a0;
  __m256 a4 = a0;
  __m256 a5 = a0;
  __m256 a6 = a0;
  __m256 a7 = a0;
  __m256 a8 = a0;
  __m256 a9 = a0;
  __m256 a10 = a0;
  __m256 a11 = a0;
  const __m256 by = _mm256_set1_ps(0.999F);
  for (long i = 0; i < rounds; ++i) {
    __asm__ volatile(
        "vfmadd231ps %12, %12, %0\n\tvfmadd231ps %12, %12, %1\n\tvfmadd231ps %12, %12, %2\n\t"
        "vfmadd231ps %12, %12, %3\n\tvfmadd231ps %12, %12, %4\n\tvfmadd231ps %12, %12, %5\n\t"
        "vfmadd231ps %12, %12, %6\n\tvfmadd231ps %12, %12, %7\n\tvfmadd231ps %12, %12, %8\n\t"
        "vfmadd231ps %12, %12, %9\n\tvfmadd231ps %12, %12, %10\n\tvfmadd231ps %12, %12, %11"
        : "+x"(a0), "+x"(a1), "+x"(a2), "+x"(a3), "+x"(a4), "+x"(a5), "+x"(a6), "+x"(a7), "+x"(a8),
          "+x"(a9), "+x"(a10), "+x"(a11)
        : "x"(by));
  }
}

}  // namespace

double peak_gflops() {
  if (!static_cast<bool>(__builtin_cpu_supports("avx2")) ||
      !static_cast<bool>(__builtin_cpu_supports("fma"))) {
    return 0;
  }
  constexpr long kRounds = 4'000'000;
  constexpr double kOperations = 12.0 * 8 * 2;
  double best = 0;
  for (int turn = 0; turn < 5; ++turn) {
    const double began = thread_seconds();
    rounds_of_fma(kRounds);
    best = std::max(best, kRounds * kOperations * 1e-9 / (thread_seconds() - began));
  }
  return best;
}

}  // namespace factbox::bench
#else

namespace factbox::bench {

double peak_gflops() {
  return 0;
}

}  // namespace factbox::bench
#endif
