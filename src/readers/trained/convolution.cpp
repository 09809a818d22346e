#include "readers/trained/convolution.h"

#include <algorithm>

#include "base/assert.h"

namespace factbox::readers {

namespace {

/// Tiles whose rows stay in the second cache while the six matrices pass over them.
constexpr std::size_t kTilesTogether = 48;

language::Floats copy_of(std::span<const float> numbers) {
  return {numbers.begin(), numbers.end()};
}

}  // namespace

Convolution::Convolution(std::span<const float> weights, std::span<const float> bias,
                         std::span<const float> gain, std::span<const float> shift,
                         std::size_t dilation)
    : width_(bias.size()),
      dilation_(dilation),
      bias_(copy_of(bias)),
      gain_(copy_of(gain)),
      shift_(copy_of(shift)) {
  FB_ASSERT(width_ % language::kPanel == 0 && dilation > 0);
  FB_ASSERT(weights.size() == 3 * width_ * width_);
  std::array<std::vector<float>, kPlanes> planes;
  planes.fill(std::vector<float>(width_ * width_));
  const std::size_t neighbour = width_ * width_;
  for (std::size_t in = 0; in < width_; ++in) {
    for (std::size_t out = 0; out < width_; ++out) {
      const float* left = weights.data() + in * width_ + out;
      float made[kPlanes];
      language::filter_of_tile({left[0], left[neighbour], left[2 * neighbour]}, made);
      for (std::size_t k = 0; k < kPlanes; ++k) {
        planes[k][out * width_ + in] = made[k];
      }
    }
  }
  for (std::size_t k = 0; k < kPlanes; ++k) {
    planes_[k] = language::lay_out(planes[k], {}, width_);
  }
}

void Convolution::list_tiles(std::span<const Rows> texts, ConvolutionSpace& space) const {
  space.tiles.clear();
  for (std::size_t text = 0; text < texts.size(); ++text) {
    const std::size_t rows = texts[text].count;
    for (std::size_t way = 0; way < std::min(dilation_, rows); ++way) {
      for (std::size_t first = way; first < rows; first += kTile * dilation_) {
        space.tiles.push_back(
            {static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(first)});
      }
    }
  }
}

void Convolution::enter(const language::Kernels& kernels, std::span<const Rows> texts,
                        std::span<const ConvolutionSpace::Tile> tiles,
                        ConvolutionSpace& space) const {
  const std::size_t plane = kTilesTogether * width_;
  std::array<const float*, kPlanes> seen{};
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Rows& text = texts[tiles[i].text];
    const float* normalised = space.normalised.data() + space.begins[tiles[i].text];
    for (std::size_t k = 0; k < kPlanes; ++k) {
      const std::size_t row = tiles[i].first + k * dilation_;  // one dilation too far
      if (row < dilation_) {
        seen[k] = dilation_ - row <= text.blank_before ? shift_.data() : space.spare.data();
      } else if (row - dilation_ < text.count) {
        seen[k] = normalised + (row - dilation_) * width_;
      } else {
        const std::size_t beyond = row - dilation_ - text.count;
        seen[k] = beyond < text.blank_after ? shift_.data() : space.spare.data();
      }
    }
    kernels.convolution.enter_tile(seen.data(), width_, space.entered.data() + i * width_, plane);
  }
}

void Convolution::leave(const language::Kernels& kernels, std::span<const Rows> texts,
                        std::span<const ConvolutionSpace::Tile> tiles,
                        ConvolutionSpace& space) const {
  const std::size_t plane = kTilesTogether * width_;
  std::array<float*, kTile> places{};
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Rows& text = texts[tiles[i].text];
    for (std::size_t k = 0; k < kTile; ++k) {
      const std::size_t row = tiles[i].first + k * dilation_;
      places[k] = row < text.count ? text.first + row * width_ : space.spare.data() + width_;
    }
    kernels.convolution.leave_tile(space.summed.data() + i * width_, plane, width_, bias_.data(),
                                   places.data());
  }
}

void Convolution::apply(const language::Kernels& kernels, std::span<const Rows> texts,
                        ConvolutionSpace& space) const {
  std::size_t rows = 0;
  space.begins.clear();
  for (const Rows& text : texts) {
    space.begins.push_back(rows * width_);
    rows += text.count;
  }
  space.normalised.resize(std::max(space.normalised.size(), rows * width_));
  for (std::size_t text = 0; text < texts.size(); ++text) {
    kernels.convolution.normalise(texts[text].first, texts[text].count, width_, gain_.data(),
                                  shift_.data(), kEpsilon,
                                  space.normalised.data() + space.begins[text]);
  }
  const std::size_t plane = kTilesTogether * width_;
  space.spare.assign(2 * width_, 0.0F);
  space.entered.resize(std::max(space.entered.size(), kPlanes * plane));
  space.summed.resize(std::max(space.summed.size(), kPlanes * plane));
  list_tiles(texts, space);
  const std::span<const ConvolutionSpace::Tile> tiles{space.tiles};
  for (std::size_t first = 0; first < tiles.size(); first += kTilesTogether) {
    const auto some = tiles.subspan(first, std::min(kTilesTogether, tiles.size() - first));
    enter(kernels, texts, some, space);
    for (std::size_t k = 0; k < kPlanes; ++k) {
      kernels.affine(planes_[k], space.entered.data() + k * plane, width_, some.size(),
                     space.summed.data() + k * plane, width_);
    }
    leave(kernels, texts, some, space);
  }
}

}  // namespace factbox::readers
