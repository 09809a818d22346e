/// \file
/// Numbers laid out for the kernels.
#pragma once

#include <cstddef>
#include <limits>
#include <new>
#include <span>
#include <vector>

namespace factbox::language {

/// Gives memory that begins at a cache line.
template <class T>
struct LineAllocator {
  using value_type = T;
  static constexpr std::align_val_t kLine{64};
  LineAllocator() = default;
  template <class U>
  explicit LineAllocator(const LineAllocator<U>& /*other*/) {}
  T* allocate(std::size_t count) {
    return static_cast<T*>(::operator new(count * sizeof(T), kLine));
  }
  void deallocate(T* place, std::size_t /*count*/) { ::operator delete(place, kLine); }
  friend bool operator==(LineAllocator, LineAllocator) { return true; }
};

using Floats = std::vector<float, LineAllocator<float>>;

/// Outputs of a matrix that the kernels work on together.
inline constexpr std::size_t kPanel = 16;

[[nodiscard]] constexpr std::size_t padded(std::size_t outputs) {
  return (outputs + kPanel - 1) / kPanel * kPanel;
}

/// A matrix and its bias. Outputs lie in panels; in a panel those of one input lie side by side:
/// [panel][input][output in the panel]. Outputs are padded with zeros to whole panels; the bias of
/// padding is minus infinity where it should never win.
struct Matrix {
  std::size_t inputs = 0;
  std::size_t outputs = 0;  ///< padded
  std::size_t panel = kPanel;
  Floats weights;
  Floats bias;
};

/// What the padding of a bias holds.
enum class Padding { zero, never };

/// Lays out `weights` ([output][input]) in panels of 16 outputs. An empty bias means zeros.
[[nodiscard]] Matrix lay_out(std::span<const float> weights, std::span<const float> bias,
                             std::size_t inputs, Padding padding = Padding::zero);
/// The same in a single panel, for one row at a time.
[[nodiscard]] Matrix lay_out_flat(std::span<const float> weights, std::span<const float> bias,
                                  std::size_t inputs, Padding padding = Padding::zero);

inline constexpr float kNever = -std::numeric_limits<float>::infinity();

}  // namespace factbox::language
