// Compiled for AVX2 and FMA: nothing here may run before kernels.cpp has asked the machine.
#include "language/networks/kernel_code.h"

#if defined(__AVX2__) && defined(__FMA__)
#include <immintrin.h>

namespace factbox::language {

namespace {

struct Avx2 {
  using Vec = __m256;
  static constexpr std::size_t kRows = 6;  // 12 sums in registers, 4 left for what they are made of
  static Vec zero() { return _mm256_setzero_ps(); }
  static Vec all(float value) { return _mm256_set1_ps(value); }
  static Vec load(const float* from) { return _mm256_loadu_ps(from); }
  static void store(float* to, Vec v) { _mm256_storeu_ps(to, v); }
  static Vec add(Vec a, Vec b) { return _mm256_add_ps(a, b); }
  static Vec subtract(Vec a, Vec b) { return _mm256_sub_ps(a, b); }
  static Vec multiply(Vec a, Vec b) { return _mm256_mul_ps(a, b); }
  static Vec divide(Vec a, Vec b) { return _mm256_div_ps(a, b); }
  static Vec multiply_add(Vec a, Vec b, Vec c) { return _mm256_fmadd_ps(a, b, c); }
  /// b where either is no number.
  static Vec larger(Vec a, Vec b) { return _mm256_max_ps(a, b); }
  static float total(Vec v) {
    __m128 sum = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
    return _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
  }
  static float largest(Vec v) {
    __m128 most = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    most = _mm_max_ps(most, _mm_movehl_ps(most, most));
    return _mm_cvtss_f32(_mm_max_ss(most, _mm_movehdup_ps(most)));
  }
  /// 2^n for whole n, from -126 to 127.
  static Vec power_of_two(Vec n) {
    const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
    return _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23));
  }
  static float root(float value) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(value))); }
};

}  // namespace

const Kernels* compiled_avx2_kernels() {
  static const Kernels kernels = kernels_of<Avx2>("avx2");
  return &kernels;
}

}  // namespace factbox::language
#else

namespace factbox::language {

const Kernels* compiled_avx2_kernels() {
  return nullptr;
}

}  // namespace factbox::language
#endif
