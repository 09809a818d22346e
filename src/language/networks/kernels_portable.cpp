#include <cmath>
#include <cstdint>
#include <cstring>

#include "language/networks/kernel_code.h"

namespace factbox::language {

namespace {

/// Eight floats as two quarters of a cache line: any machine has registers for those.
struct Portable {
  using Half = float __attribute__((vector_size(16)));
  struct Vec {
    Half low;
    Half high;
  };
  static constexpr std::size_t kRows = 2;

  static Vec zero() { return all(0.0F); }
  static Vec all(float value) {
    const Half half = {value, value, value, value};
    return {half, half};
  }
  static Vec load(const float* from) {
    Vec v;
    std::memcpy(&v, from, sizeof(v));
    return v;
  }
  static void store(float* to, const Vec& v) { std::memcpy(to, &v, sizeof(v)); }
  static Vec add(const Vec& a, const Vec& b) { return {a.low + b.low, a.high + b.high}; }
  static Vec subtract(const Vec& a, const Vec& b) { return {a.low - b.low, a.high - b.high}; }
  static Vec multiply(const Vec& a, const Vec& b) { return {a.low * b.low, a.high * b.high}; }
  static Vec divide(const Vec& a, const Vec& b) { return {a.low / b.low, a.high / b.high}; }
  static Vec multiply_add(const Vec& a, const Vec& b, const Vec& c) {
    return {a.low * b.low + c.low, a.high * b.high + c.high};
  }
  /// b where either is no number.
  static Vec larger(const Vec& a, const Vec& b) {
    return {a.low > b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
  }
  static float total(const Vec& v) {
    const Half sum = v.low + v.high;
    return (sum[0] + sum[2]) + (sum[1] + sum[3]);
  }
  static float largest(const Vec& v) {
    float most = kNever;
    for (const Half& half : {v.low, v.high}) {
      for (int i = 0; i < 4; ++i) {
        most = half[i] > most ? half[i] : most;
      }
    }
    return most;
  }
  /// 2^n for whole n, from -126 to 127.
  static Vec power_of_two(const Vec& n) {
    using Bits = std::int32_t __attribute__((vector_size(16)));
    const auto power = [](const Half& half) {
      const Bits exponent = (__builtin_convertvector(half, Bits) + 127) << 23;
      Half made;
      std::memcpy(&made, &exponent, sizeof(made));
      return made;
    };
    return {power(n.low), power(n.high)};
  }
  static float root(float value) { return std::sqrt(value); }
};

}  // namespace

const Kernels& portable_kernels() {
  static const Kernels kernels = kernels_of<Portable>("portable");
  return kernels;
}

}  // namespace factbox::language
