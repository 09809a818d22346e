/// \file
/// One step of the network: a convolution over three tokens, added to what it came from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/networks/kernels.h"

namespace factbox::readers {

/// Rows of numbers that follow each other, one a token, and how many blank ones go on before and
/// after them: rows of zeros, as beyond a text's ends inside what the network was trained on.
struct Rows {
  float* first = nullptr;
  std::size_t count = 0;
  std::size_t blank_before = 0;
  std::size_t blank_after = 0;
};

/// Memory that convolutions work in; kept from call to call.
struct ConvolutionSpace {
  /// Four rows of a text that are worked out together, `dilation` apart.
  struct Tile {
    std::uint32_t text;
    std::uint32_t first;  ///< row
  };
  std::vector<Tile> tiles;
  std::vector<std::size_t> begins;  ///< of each text, in `normalised`
  language::Floats normalised;
  language::Floats entered;
  language::Floats summed;
  language::Floats spare;  ///< a row that is read as zeros, and one to write to in vain
};

/// rows += gelu(sums over normalised rows at -dilation, 0 and +dilation). Blank rows stay blank; a
/// blank row normalised is the shift. Beyond them all is zero.
class Convolution {
 public:
  /// `weights` are [3 × width inputs][width outputs], the left neighbour's first.
  Convolution(std::span<const float> weights, std::span<const float> bias,
              std::span<const float> gain, std::span<const float> shift, std::size_t dilation);

  /// Works on several texts at once, which don't see each other.
  void apply(const language::Kernels& kernels, std::span<const Rows> texts,
             ConvolutionSpace& space) const;

  [[nodiscard]] std::size_t dilation() const { return dilation_; }

 private:
  static constexpr std::size_t kTile = language::ConvolutionKernels::kTile;
  static constexpr std::size_t kPlanes = language::ConvolutionKernels::kPlanes;

  void list_tiles(std::span<const Rows> texts, ConvolutionSpace& space) const;
  void enter(const language::Kernels& kernels, std::span<const Rows> texts,
             std::span<const ConvolutionSpace::Tile> tiles, ConvolutionSpace& space) const;
  void leave(const language::Kernels& kernels, std::span<const Rows> texts,
             std::span<const ConvolutionSpace::Tile> tiles, ConvolutionSpace& space) const;

  std::size_t width_;
  std::size_t dilation_;
  std::array<language::Matrix, kPlanes> planes_;
  language::Floats bias_;
  language::Floats gain_;
  language::Floats shift_;
};

/// Added to a variance before its root is taken, as in training.
inline constexpr float kEpsilon = 1e-5F;

}  // namespace factbox::readers
