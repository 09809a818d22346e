#include "readers/minilm/layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "readers/trained/trained.h"

namespace factbox::readers {

namespace {

constexpr std::size_t kHeads = 12;
constexpr std::size_t kHead = kMinilmWidth / kHeads;
constexpr std::size_t kAsked = 3 * kMinilmWidth;
constexpr std::size_t kInner = 4 * kMinilmWidth;
constexpr std::size_t kMostRank = 256;

struct Linear {
  std::vector<float> weights;  ///< [output][input]
  std::vector<float> bias;
};

/// Adds the product of a pair's matrices to the weights.
Result<void> add_difference(const WeightsFile& differences, const std::string& name,
                            std::size_t inputs, std::size_t outputs, std::vector<float>& weights) {
  FB_TRY(down, read_table(differences, name + ".down", inputs, kAnySize));
  const std::size_t rank = down.columns;
  if (rank > kMostRank) {
    return tl::unexpected(differences.wrong(
        fmt::format("its tensor \"{}.down\" has {} columns, which is beyond reason", name, rank)));
  }
  FB_TRY(up, read_table(differences, name + ".up", rank, outputs));
  std::vector<float> turned(outputs * rank);
  for (std::size_t k = 0; k < rank; ++k) {
    for (std::size_t out = 0; out < outputs; ++out) {
      turned[out * rank + k] = up.row(k)[out];
    }
  }
  const language::Matrix factor = language::lay_out(down.numbers, {}, rank);
  std::vector<float> product(outputs * inputs);
  language::best_kernels().affine(factor, turned.data(), rank, outputs, product.data(), inputs);
  std::ranges::transform(weights, product, weights.begin(), std::plus{});
  return {};
}

Result<Linear> read_linear(const WeightsFile& published, const WeightsFile* differences,
                           std::size_t index, std::string_view place, std::string_view name,
                           std::size_t inputs, std::size_t outputs) {
  const auto tensor = fmt::format("encoder.layer.{}.{}", index, place);
  FB_TRY(table, read_table(published, tensor + ".weight", outputs, inputs));
  FB_TRY(bias, read_row(published, tensor + ".bias", outputs));
  Linear linear{std::move(table.numbers), std::move(bias)};
  if (differences == nullptr) {
    return linear;
  }
  if (auto added = add_difference(*differences, fmt::format("layer.{}.{}", index, name), inputs,
                                  outputs, linear.weights);
      !added) {
    return tl::unexpected(std::move(added).error());
  }
  return linear;
}

/// Room for a matrix of these sizes, with a bias of zeros.
void make_room(language::Matrix& matrix, std::size_t inputs, std::size_t outputs) {
  matrix.inputs = inputs;
  matrix.outputs = outputs;
  matrix.weights.assign(inputs * outputs, 0.0F);
  matrix.bias.assign(outputs, 0.0F);
}

/// Lays out `rows` of a head's keys as a matrix that gives a score for each.
void lay_out_keys(const float* keys, std::size_t rows, language::Matrix& matrix) {
  for (std::size_t row = 0; row < rows; ++row) {
    float* to = matrix.weights.data() + row / language::kPanel * language::kPanel * kHead +
                row % language::kPanel;
    for (std::size_t i = 0; i < kHead; ++i) {
      to[i * language::kPanel] = keys[row * kAsked + i];
    }
  }
}

/// Lays out `rows` of a head's values as a matrix that adds them up, each by its share.
void lay_out_values(const float* values, std::size_t rows, language::Matrix& matrix) {
  for (std::size_t panel = 0; panel < kHead / language::kPanel; ++panel) {
    float* to = matrix.weights.data() + panel * matrix.inputs * language::kPanel;
    for (std::size_t row = 0; row < rows; ++row) {
      const float* from = values + row * kAsked + panel * language::kPanel;
      std::copy_n(from, language::kPanel, to + row * language::kPanel);
    }
  }
}

}  // namespace

Result<MinilmLayer> MinilmLayer::read(const WeightsFile& published, const WeightsFile* differences,
                                      std::size_t index) {
  MinilmLayer layer;
  std::vector<float> weights;
  std::vector<float> bias;
  for (const std::string_view name : {"query", "key", "value"}) {
    FB_TRY(part, read_linear(published, differences, index, fmt::format("attention.self.{}", name),
                             name, kMinilmWidth, kMinilmWidth));
    if (name == "query") {  // scores are divided by this
      const float by = 1.0F / std::sqrt(static_cast<float>(kHead));
      for (float& weight : part.weights) {
        weight *= by;
      }
      for (float& each : part.bias) {
        each *= by;
      }
    }
    weights.insert(weights.end(), part.weights.begin(), part.weights.end());
    bias.insert(bias.end(), part.bias.begin(), part.bias.end());
  }
  layer.ask_ = language::lay_out(weights, bias, kMinilmWidth);
  FB_TRY(attended, read_linear(published, differences, index, "attention.output.dense", "attended",
                               kMinilmWidth, kMinilmWidth));
  layer.attended_ = language::lay_out(attended.weights, attended.bias, kMinilmWidth);
  FB_TRY(inner, read_linear(published, differences, index, "intermediate.dense", "inner",
                            kMinilmWidth, kInner));
  layer.inner_ = language::lay_out(inner.weights, inner.bias, kMinilmWidth);
  FB_TRY(outer,
         read_linear(published, differences, index, "output.dense", "outer", kInner, kMinilmWidth));
  layer.outer_ = language::lay_out(outer.weights, outer.bias, kInner);
  for (const auto& [place, norm] :
       {std::pair{"attention.output", &layer.after_attention_}, {"output", &layer.at_end_}}) {
    const auto tensor = fmt::format("encoder.layer.{}.{}.LayerNorm", index, place);
    FB_TRY(gain, read_row(published, tensor + ".weight", kMinilmWidth));
    FB_TRY(shift, read_row(published, tensor + ".bias", kMinilmWidth));
    *norm = {std::move(gain), std::move(shift)};
  }
  return layer;
}

void MinilmLayer::attend(const language::Kernels& kernels, std::size_t pieces, Space& space) {
  const std::size_t padded = language::padded(pieces);
  make_room(space.keys, kHead, padded);
  make_room(space.values, padded, kHead);
  space.scores.resize(std::max(space.scores.size(), pieces * padded));
  for (std::size_t head = 0; head < kHeads; ++head) {
    const float* queries = space.asked.data() + head * kHead;
    lay_out_keys(queries + kMinilmWidth, pieces, space.keys);
    lay_out_values(queries + 2 * kMinilmWidth, pieces, space.values);
    kernels.affine(space.keys, queries, kAsked, pieces, space.scores.data(), padded);
    kernels.attention.softmax(space.scores.data(), padded, pieces, pieces);
    // Eight columns of the padding may be left; the values that they weigh are zeros.
    kernels.affine(space.values, space.scores.data(), padded, pieces,
                   space.attended.data() + head * kHead, kMinilmWidth);
  }
}

void MinilmLayer::add_and_normalise(const language::Kernels& kernels, std::size_t pieces,
                                    const Norm& norm, float* rows, const Space& space) {
  const std::array<const float*, 2> parts{rows, space.sums.data()};
  kernels.add_rows(parts.data(), parts.size(), pieces * kMinilmWidth, rows);
  kernels.convolution.normalise(rows, pieces, kMinilmWidth, norm.gain.data(), norm.shift.data(),
                                kMinilmEpsilon, rows);
}

void MinilmLayer::apply(const language::Kernels& kernels, std::size_t pieces, float* rows,
                        Space& space) const {
  space.asked.resize(std::max(space.asked.size(), pieces * kAsked));
  space.attended.resize(std::max(space.attended.size(), pieces * kMinilmWidth));
  space.inner.resize(std::max(space.inner.size(), pieces * kInner));
  space.sums.resize(std::max(space.sums.size(), pieces * kMinilmWidth));
  kernels.affine(ask_, rows, kMinilmWidth, pieces, space.asked.data(), kAsked);
  attend(kernels, pieces, space);
  kernels.affine(attended_, space.attended.data(), kMinilmWidth, pieces, space.sums.data(),
                 kMinilmWidth);
  add_and_normalise(kernels, pieces, after_attention_, rows, space);
  kernels.affine(inner_, rows, kMinilmWidth, pieces, space.inner.data(), kInner);
  kernels.attention.exact_gelu(space.inner.data(), pieces * kInner);
  kernels.affine(outer_, space.inner.data(), kInner, pieces, space.sums.data(), kMinilmWidth);
  add_and_normalise(kernels, pieces, at_end_, rows, space);
}

}  // namespace factbox::readers
