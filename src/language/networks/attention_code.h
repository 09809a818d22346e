/// \file
/// Attention's one text, compiled once for each kind of machine; see kernel_code.h.
#pragma once

#include <cstddef>

#include "language/networks/attention_kernels.h"
#include "language/networks/matrix.h"

namespace factbox::language {

template <class Machine>
struct AttentionCode {
  using Vec = typename Machine::Vec;
  static constexpr std::size_t kLanes = 8;

  /// 2^n r, with r within half a power of one; right to the last bits. Nothing above 0 is asked.
  static Vec exponential(Vec x) {
    constexpr float kLeast = -87.0F;
    constexpr float kPowers = 1.44269504088896341F;  // of two in one of e
    constexpr float kRounding = 12582912.0F;         // from here on floats are whole numbers
    constexpr float kOfTwo = 0.693359375F;           // the logarithm, in two parts
    constexpr float kRest = -2.12194440e-4F;
    constexpr float kSeries[] = {1.3981999507e-3F, 8.3334519073e-3F, 4.1665795894e-2F,
                                 1.6666665459e-1F, 5.0000001201e-1F};
    x = Machine::larger(x, Machine::all(kLeast));
    const Vec rounded = Machine::multiply_add(x, Machine::all(kPowers), Machine::all(kRounding));
    const Vec power = Machine::subtract(rounded, Machine::all(kRounding));
    x = Machine::multiply_add(power, Machine::all(-kOfTwo), x);
    x = Machine::multiply_add(power, Machine::all(-kRest), x);
    Vec sum = Machine::all(1.9875691500e-4F);
    for (const float next : kSeries) {
      sum = Machine::multiply_add(sum, x, Machine::all(next));
    }
    sum = Machine::multiply_add(sum, Machine::multiply(x, x), x);
    return Machine::multiply(Machine::add(sum, Machine::all(1.0F)), Machine::power_of_two(power));
  }

  static void softmax_row(float* x, std::size_t count) {
    const std::size_t whole = count / kLanes * kLanes;
    const std::size_t end = (count + kLanes - 1) / kLanes * kLanes;
    for (std::size_t i = count; i < end; ++i) {
      x[i] = kNever;
    }
    Vec most = Machine::all(kNever);
    for (std::size_t i = 0; i < end; i += kLanes) {
      most = Machine::larger(most, Machine::load(x + i));
    }
    const Vec largest = Machine::all(Machine::largest(most));
    Vec sum = Machine::zero();
    for (std::size_t i = 0; i < end; i += kLanes) {
      const Vec share = exponential(Machine::subtract(Machine::load(x + i), largest));
      Machine::store(x + i, share);
      if (i < whole) {
        sum = Machine::add(sum, share);
      }
    }
    float total = Machine::total(sum);
    for (std::size_t i = whole; i < count; ++i) {
      total += x[i];
    }
    const Vec by = Machine::all(1.0F / total);
    for (std::size_t i = 0; i < end; i += kLanes) {
      Machine::store(x + i, Machine::multiply(Machine::load(x + i), by));
    }
    for (std::size_t i = count; i < end; ++i) {
      x[i] = 0.0F;
    }
  }

  static void softmax(float* x, std::size_t stride, std::size_t rows, std::size_t count) {
    for (std::size_t row = 0; row < rows; ++row) {
      softmax_row(x + row * stride, count);
    }
  }

  /// The error function as Abramowitz and Stegun have it (7.1.26): 1 - t (…) exp(-x^2), off by
  /// 1.5e-7 at most.
  static void exact_gelu(float* x, std::size_t count) {
    constexpr float kSlope = 0.3275911F * 0.707106781186547524F;
    constexpr float kSeries[] = {-1.453152027F, 1.421413741F, -0.284496736F, 0.254829592F};
    const Vec one = Machine::all(1.0F);
    for (std::size_t i = 0; i < count; i += kLanes) {
      const Vec here = Machine::load(x + i);
      const Vec size = Machine::larger(here, Machine::subtract(Machine::zero(), here));
      const Vec t = Machine::divide(one, Machine::multiply_add(size, Machine::all(kSlope), one));
      Vec beyond = Machine::all(1.061405429F);
      for (const float next : kSeries) {
        beyond = Machine::multiply_add(beyond, t, Machine::all(next));
      }
      const Vec half = Machine::multiply(size, Machine::all(-0.5F));
      beyond = Machine::multiply(Machine::multiply(beyond, t),
                                 exponential(Machine::multiply(size, half)));
      Machine::store(x + i,
                     Machine::multiply_add(half, beyond, Machine::larger(here, Machine::zero())));
    }
  }

  static AttentionKernels table() { return {&softmax, &exact_gelu}; }
};

}  // namespace factbox::language
