/// \file
/// The convolutions' one text, compiled once for each kind of machine; see kernel_code.h.
#pragma once

#include <cstddef>

#include "language/networks/convolution_kernels.h"

namespace factbox::language {

template <class Machine>
struct ConvolutionCode {
  using Vec = typename Machine::Vec;
  static constexpr std::size_t kLanes = 8;

  static Vec times(float by, Vec v) { return Machine::multiply(Machine::all(by), v); }
  static Vec plus(Vec sum, float by, Vec v) {
    return Machine::multiply_add(Machine::all(by), v, sum);
  }

  /// A ratio of polynomials, right to the last bits of a float; flat beyond 7.9.
  static Vec hyperbolic_tangent(Vec x) {
    constexpr float kFlat = 7.90531110763549805F;
    x = Machine::larger(x, Machine::all(-kFlat));
    x = Machine::subtract(
        Machine::all(0.0F),
        Machine::larger(Machine::subtract(Machine::all(0.0F), x), Machine::all(-kFlat)));
    const Vec square = Machine::multiply(x, x);
    constexpr float kAbove[] = {2.00018790482477e-13F, -8.60467152213735e-11F,
                                5.12229709037114e-08F, 1.48572235717979e-05F,
                                6.37261928875436e-04F, 4.89352455891786e-03F};
    Vec above = Machine::all(-2.76076847742355e-16F);
    for (const float next : kAbove) {
      above = Machine::multiply_add(above, square, Machine::all(next));
    }
    constexpr float kBelow[] = {1.18534705686654e-04F, 2.26843463243900e-03F,
                                4.89352518554385e-03F};
    Vec below = Machine::all(1.19825839466702e-06F);
    for (const float next : kBelow) {
      below = Machine::multiply_add(below, square, Machine::all(next));
    }
    return Machine::divide(Machine::multiply(x, above), below);
  }

  static Vec gelu_of(Vec x) {
    constexpr float kRoot = 0.797884560802865356F;  // of 2 / pi
    const Vec cubic = Machine::multiply_add(times(0.044715F * kRoot, Machine::multiply(x, x)), x,
                                            times(kRoot, x));
    const Vec half = times(0.5F, x);
    return Machine::multiply_add(half, hyperbolic_tangent(cubic), half);
  }

  static void gelu(float* x, std::size_t count) {
    for (std::size_t i = 0; i < count; i += kLanes) {
      Machine::store(x + i, gelu_of(Machine::load(x + i)));
    }
  }

  static void normalise(const float* x, std::size_t rows, std::size_t width, const float* gain,
                        const float* shift, float epsilon, float* y) {
    for (std::size_t row = 0; row < rows; ++row, x += width, y += width) {
      Vec sum = Machine::zero();
      for (std::size_t i = 0; i < width; i += kLanes) {
        sum = Machine::add(sum, Machine::load(x + i));
      }
      const Vec mean = Machine::all(Machine::total(sum) / static_cast<float>(width));
      Vec squares = Machine::zero();
      for (std::size_t i = 0; i < width; i += kLanes) {
        const Vec off = Machine::subtract(Machine::load(x + i), mean);
        squares = Machine::multiply_add(off, off, squares);
      }
      const float variance = Machine::total(squares) / static_cast<float>(width);
      const Vec by = Machine::all(1.0F / Machine::root(variance + epsilon));
      for (std::size_t i = 0; i < width; i += kLanes) {
        const Vec off = Machine::multiply(Machine::subtract(Machine::load(x + i), mean), by);
        Machine::store(
            y + i, Machine::multiply_add(off, Machine::load(gain + i), Machine::load(shift + i)));
      }
    }
  }

  static void enter_tile(const float* const* x, std::size_t width, float* y, std::size_t plane) {
    for (std::size_t i = 0; i < width; i += kLanes) {
      const Vec a = Machine::load(x[0] + i);
      const Vec b = Machine::load(x[1] + i);
      const Vec c = Machine::load(x[2] + i);
      const Vec d = Machine::load(x[3] + i);
      const Vec e = Machine::load(x[4] + i);
      const Vec f = Machine::load(x[5] + i);
      const Vec even = plus(e, -4.0F, c);
      const Vec odd = plus(d, -4.0F, b);
      const Vec near = Machine::subtract(e, c);
      const Vec far = times(2.0F, Machine::subtract(d, b));
      Machine::store(y + i, plus(plus(e, -5.0F, c), 4.0F, a));
      Machine::store(y + plane + i, Machine::add(even, odd));
      Machine::store(y + 2 * plane + i, Machine::subtract(even, odd));
      Machine::store(y + 3 * plane + i, Machine::add(near, far));
      Machine::store(y + 4 * plane + i, Machine::subtract(near, far));
      Machine::store(y + 5 * plane + i, plus(plus(f, -5.0F, d), 4.0F, b));
    }
  }

  static void add_gelu(float* row, Vec sum) {
    Machine::store(row, Machine::add(Machine::load(row), gelu_of(sum)));
  }

  static void leave_tile(const float* x, std::size_t plane, std::size_t width, const float* bias,
                         float* const* rows) {
    for (std::size_t i = 0; i < width; i += kLanes) {
      const Vec first = Machine::load(x + i);
      const Vec one = Machine::load(x + plane + i);
      const Vec minus_one = Machine::load(x + 2 * plane + i);
      const Vec two = Machine::load(x + 3 * plane + i);
      const Vec minus_two = Machine::load(x + 4 * plane + i);
      const Vec last = Machine::load(x + 5 * plane + i);
      const Vec bias_here = Machine::load(bias + i);
      const Vec sum = Machine::add(one, minus_one);
      const Vec difference = Machine::subtract(one, minus_one);
      const Vec sum_of_twos = Machine::add(two, minus_two);
      const Vec difference_of_twos = Machine::subtract(two, minus_two);
      const Vec biased_sum = Machine::add(sum, bias_here);
      const Vec biased_difference = Machine::add(difference, bias_here);
      add_gelu(rows[0] + i, Machine::add(first, Machine::add(biased_sum, sum_of_twos)));
      add_gelu(rows[1] + i, plus(biased_difference, 2.0F, difference_of_twos));
      add_gelu(rows[2] + i, plus(biased_sum, 4.0F, sum_of_twos));
      add_gelu(rows[3] + i, Machine::add(last, plus(biased_difference, 8.0F, difference_of_twos)));
    }
  }

  static ConvolutionKernels table() { return {&normalise, &gelu, &enter_tile, &leave_tile}; }
};

}  // namespace factbox::language
