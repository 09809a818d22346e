#include "language/networks/layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace factbox::language {

Result<MaxoutLayer> read_maxout(const NetworkFile& network, std::size_t maxout_node,
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

  MaxoutLayer layer;
  layer.width = width;
  layer.pieces = pieces;
  layer.scale.assign(scale.values.begin(), scale.values.end());
  layer.shift.assign(shift.values.begin(), shift.values.end());
  std::vector<float> by_piece(weights.values.size());
  std::vector<float> bias_by_piece(bias.values.size());
  for (std::size_t output = 0; output < width; ++output) {
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const std::size_t from = output * pieces + piece;
      const std::size_t to = piece * width + output;
      std::copy_n(weights.values.data() + from * inputs, inputs, by_piece.data() + to * inputs);
      bias_by_piece[to] = bias.values[from];
    }
  }
  layer.sums = lay_out(by_piece, bias_by_piece, inputs);
  return layer;
}

}  // namespace factbox::language
