#include "language/networks/encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "language/networks/layers.h"

namespace factbox::language {

namespace {

constexpr std::array<std::pair<std::string_view, Feature>, 6> kColumns{
    {{"NORM", Feature::norm},
     {"PREFIX", Feature::prefix},
     {"SUFFIX", Feature::suffix},
     {"SHAPE", Feature::shape},
     {"SPACY", Feature::space_follows},
     {"IS_SPACE", Feature::is_space}}};

/// The features that the network's columns stand for, in order.
Result<std::vector<Feature>> read_columns(const NetworkFile& network) {
  FB_TRY(nodes, network.nodes("extract_features", 1));
  FB_TRY(names, network.texts(nodes.front(), "columns"));
  std::vector<Feature> features;
  for (const std::string& name : names) {
    const auto* const known = std::find_if(
        kColumns.begin(), kColumns.end(), [&](const auto& column) { return column.first == name; });
    if (known == kColumns.end()) {
      return tl::unexpected(network.file().expected(fmt::format(
          "features among NORM, PREFIX, SUFFIX, SHAPE, SPACY and IS_SPACE, but one is {}", name)));
    }
    features.push_back(known->second);
  }
  return features;
}

/// The first window's weights, so that what one word brings at each of the three places can be
/// added up for it alone.
Result<Matrix> read_first_sums(const NetworkFile& network, std::size_t node,
                               const MaxoutLayer& layer) {
  constexpr std::size_t kPlaces = 3;
  const std::size_t width = layer.width;
  FB_TRY(weights, network.tensor(node, "W", {width, layer.pieces, kPlaces * width}));
  std::vector<float> by_place(weights.values.size());
  float* to = by_place.data();
  for (std::size_t place = 0; place < kPlaces; ++place) {
    for (std::size_t piece = 0; piece < layer.pieces; ++piece) {
      for (std::size_t output = 0; output < width; ++output) {
        const float* from =
            weights.values.data() + ((output * layer.pieces + piece) * kPlaces + place) * width;
        to = std::copy_n(from, width, to);
      }
    }
  }
  return lay_out(by_place, {}, width);
}

/// Each window layer must see one neighbour on each side, and texts be padded by as many empty
/// tokens as there are layers: the sums below depend on both.
Result<bool> check_windows(const NetworkFile& network, std::size_t layers) {
  FB_TRY(windows, network.nodes("expand_window", layers));
  for (const std::size_t node : windows) {
    FB_TRY(size, network.number(node, "window_size"));
    if (size != 1) {
      return tl::unexpected(
          network.file().expected(fmt::format("windows of 1 token, but one has {}", size)));
    }
  }
  return true;
}

}  // namespace

Result<Encoder> Encoder::read(const NetworkFile& network) {
  Encoder encoder;
  FB_TRY(columns, read_columns(network));
  const auto table_nodes = network.nodes("hashembed");
  if (table_nodes.empty()) {
    return tl::unexpected(network.file().expected("at least one node named \"hashembed\""));
  }
  for (const std::size_t node : table_nodes) {
    FB_TRY(values, network.tensor(node, "E", {NetworkFile::kAny, encoder.width_}));
    FB_TRY(column, network.number(node, "column"));
    FB_TRY(seed, network.number(node, "seed"));
    if (column >= columns.size()) {
      return tl::unexpected(network.file().expected(
          fmt::format("a column below {} in node {}, but it is {}", columns.size(), node, column)));
    }
    encoder.width_ = values.shape[1];
    encoder.asks_space_ |= columns[column] == Feature::space_follows;
    encoder.tables_.push_back({columns[column], seed, values.shape[0], std::move(values.values)});
  }
  const std::size_t width = encoder.width_;
  const auto maxouts = network.nodes("maxout");
  if (maxouts.size() < 2) {
    return tl::unexpected(network.file().expected("at least two nodes named \"maxout\""));
  }
  FB_TRY(norms, network.nodes("layernorm", maxouts.size()));
  FB_TRY(words, read_maxout(network, maxouts[0], norms[0], width, encoder.tables_.size() * width));
  encoder.words_ = std::move(words);
  FB_TRY(first, read_maxout(network, maxouts[1], norms[1], width, 3 * width));
  FB_TRY(sums, read_first_sums(network, maxouts[1], first));
  first.sums.weights = {};
  encoder.first_window_ = std::move(first);
  encoder.first_sums_ = std::move(sums);
  for (std::size_t i = 2; i < maxouts.size(); ++i) {
    FB_TRY(window, read_window(network, maxouts[i], norms[i], width));
    encoder.windows_.push_back(std::move(window));
  }
  FB_TRY(checked, check_windows(network, encoder.reach()));
  static_cast<void>(checked);
  return encoder;
}

}  // namespace factbox::language
