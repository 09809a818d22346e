#include "language/networks/scorer.h"

#include <fmt/format.h>

#include <algorithm>

namespace factbox::language {

namespace {

constexpr std::size_t kPieces = 2;

/// From [outer][unit][piece][inner] to [outer][piece][unit][inner].
std::vector<float> by_piece(std::span<const float> values, std::size_t units, std::size_t inner) {
  std::vector<float> result(values.size());
  const std::size_t block = units * kPieces * inner;
  for (std::size_t i = 0; i < values.size() / inner; ++i) {
    const std::size_t outer = i / (units * kPieces);
    const std::size_t unit = i / kPieces % units;
    const std::size_t piece = i % kPieces;
    std::copy_n(values.data() + i * inner, inner,
                result.data() + outer * block + (piece * units + unit) * inner);
  }
  return result;
}

}  // namespace

Result<Scorer> Scorer::read(const NetworkFile& network, std::size_t features, std::size_t inputs,
                            std::size_t actions) {
  // In the file's order the layer that gives scores comes first, the one nearest to the encoder
  // second.
  FB_TRY(linear, network.nodes("linear", 2));
  FB_TRY(affine, network.nodes("precomputable_affine", 1));
  FB_TRY(below, network.tensor(linear[1], "W", {NetworkFile::kAny, inputs}));
  const std::size_t hidden = below.shape[0];
  FB_TRY(below_bias, network.tensor(linear[1], "b", {hidden}));
  if (hidden % kPanel != 0) {
    return tl::unexpected(network.file().expected(
        fmt::format("a number of hidden units that {} divides, but it is {}", kPanel, hidden)));
  }
  FB_TRY(weights, network.tensor(affine[0], "W", {features, hidden, kPieces, hidden}));
  FB_TRY(bias, network.tensor(affine[0], "b", {hidden, kPieces}));
  FB_TRY(missing, network.tensor(affine[0], "pad", {1, features, hidden, kPieces}));
  FB_TRY(upper, network.tensor(linear[0], "W", {actions, hidden}));
  FB_TRY(upper_bias, network.tensor(linear[0], "b", {actions}));

  Scorer scorer;
  scorer.to_hidden_ = lay_out(below.values, below_bias.values, inputs);
  const auto brought = by_piece(weights.values, hidden, hidden);
  for (std::size_t feature = 0; feature < features; ++feature) {
    const std::size_t size = kPieces * hidden * hidden;
    const auto part = std::span{brought}.subspan(feature * size, size);
    scorer.brought_.push_back(lay_out(part, {}, hidden));
    scorer.brought_flat_.push_back(lay_out_flat(part, {}, hidden));
  }
  const auto missing_rows = by_piece(missing.values, hidden, 1);
  scorer.missing_.assign(missing_rows.begin(), missing_rows.end());
  const auto bias_row = by_piece(bias.values, hidden, 1);
  scorer.bias_.assign(bias_row.begin(), bias_row.end());
  scorer.scores_ = lay_out_flat(upper.values, upper_bias.values, hidden, Padding::never);
  scorer.scores_by_panel_ = lay_out(upper.values, upper_bias.values, hidden, Padding::never);
  return scorer;
}

}  // namespace factbox::language
