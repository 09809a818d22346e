#include "language/networks/layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace factbox::language {

namespace {

/// A maxout layer as the file has it but for the order of its outputs: [piece][output].
struct RawLayer {
  MaxoutLayer layer;           ///< without weights
  std::vector<float> weights;  ///< [piece][output][input]
};

Result<RawLayer> read_raw(const NetworkFile& network, std::size_t maxout_node,
                          std::size_t norm_node, std::size_t width, std::size_t inputs) {
  if (width % kPanel != 0) {
    return tl::unexpected(network.file().expected(
        fmt::format("a width that {} divides, but it is {}", kPanel, width)));
  }
  FB_TRY(weights, network.tensor(maxout_node, "W", {width, NetworkFile::kAny, inputs}));
  const std::size_t pieces = weights.shape[1];
  FB_TRY(bias, network.tensor(maxout_node, "b", {width, pieces}));
  FB_TRY(scale, network.tensor(norm_node, "G", {width}));
  FB_TRY(shift, network.tensor(norm_node, "b", {width}));

  RawLayer raw;
  raw.layer.width = width;
  raw.layer.pieces = pieces;
  raw.layer.scale.assign(scale.values.begin(), scale.values.end());
  raw.layer.shift.assign(shift.values.begin(), shift.values.end());
  raw.layer.sums.bias.resize(bias.values.size());
  raw.weights.resize(weights.values.size());
  for (std::size_t output = 0; output < width; ++output) {
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const std::size_t from = output * pieces + piece;
      const std::size_t to = piece * width + output;
      std::copy_n(weights.values.data() + from * inputs, inputs, raw.weights.data() + to * inputs);
      raw.layer.sums.bias[to] = bias.values[from];
    }
  }
  return raw;
}

/// The weights of one of a pair's products: what the left, middle and right word's count in it.
Matrix product_of(std::span<const float> weights, std::size_t width, double left, double middle,
                  double right) {
  std::vector<float> mixed(weights.size() / 3);
  for (std::size_t output = 0; output < mixed.size() / width; ++output) {
    const float* row = weights.data() + output * 3 * width;
    for (std::size_t input = 0; input < width; ++input) {
      mixed[output * width + input] = static_cast<float>(
          left * row[input] + middle * row[width + input] + right * row[2 * width + input]);
    }
  }
  return lay_out(mixed, {}, width);
}

}  // namespace

Result<MaxoutLayer> read_maxout(const NetworkFile& network, std::size_t maxout_node,
                                std::size_t norm_node, std::size_t width, std::size_t inputs) {
  FB_TRY(raw, read_raw(network, maxout_node, norm_node, width, inputs));
  const Floats bias = std::move(raw.layer.sums.bias);
  raw.layer.sums = lay_out(raw.weights, bias, inputs);
  return std::move(raw.layer);
}

WindowLayer by_pairs(MaxoutLayer layer, std::span<const float> weights) {
  layer.sums.weights = {};
  const std::size_t width = layer.width;
  return {std::move(layer),
          {product_of(weights, width, 1, 0, 0), product_of(weights, width, 0.5, 0.5, 0.5),
           product_of(weights, width, 0.5, -0.5, 0.5), product_of(weights, width, 0, 0, 1)}};
}

Result<WindowLayer> read_window(const NetworkFile& network, std::size_t maxout_node,
                                std::size_t norm_node, std::size_t width) {
  FB_TRY(raw, read_raw(network, maxout_node, norm_node, width, 3 * width));
  return by_pairs(std::move(raw.layer), raw.weights);
}

}  // namespace factbox::language
