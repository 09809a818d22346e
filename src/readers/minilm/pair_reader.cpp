#include "readers/minilm/pair_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "readers/trained/trained.h"

namespace factbox::readers {
namespace {

constexpr std::size_t kRelations = 5;
constexpr std::size_t kSeen =
    4 * kMinilmWidth;  // the first row, the sides' mean, difference, product
constexpr std::size_t kHidden = 64;

/// The mean of `count` rows.
std::array<float, kMinilmWidth> mean_of(const float* rows, std::size_t count) {
  std::array<float, kMinilmWidth> mean{};
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t i = 0; i < kMinilmWidth; ++i) {
      mean[i] += rows[row * kMinilmWidth + i];
    }
  }
  for (float& each : mean) {
    each /= static_cast<float>(std::max<std::size_t>(count, 1));
  }
  return mean;
}

float gelu(float x) {
  return x * 0.5F * (1 + std::erf(x / std::numbers::sqrt2_v<float>));
}

/// What a linear layer, [input][output], makes of its inputs.
std::vector<float> through(const std::vector<float>& weights, const std::vector<float>& bias,
                           const std::vector<float>& inputs) {
  auto sums = bias;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    for (std::size_t o = 0; o < sums.size(); ++o) {
      sums[o] += inputs[i] * weights[i * sums.size() + o];
    }
  }
  return sums;
}

}  // namespace

Result<PairReader> PairReader::load(const std::filesystem::path& folder,
                                    const std::filesystem::path& sums,
                                    const std::filesystem::path& trained) {
  FB_TRY(bytes, read_trained_file(trained, "scripts/train_pairs.sh"));
  FB_TRY(file, WeightsFile::read(std::move(bytes), trained.string()));
  if (auto right = expect_kind(file, kPairKind); !right) {
    return tl::unexpected(std::move(right).error());
  }
  FB_TRY(published, PublishedMinilm::load(folder, sums));
  FB_TRY(encoder, MinilmEncoder::read(std::move(published), &file));
  FB_TRY(inner, read_table(file, "head.inner.weight", kSeen, kHidden));
  FB_TRY(inner_bias, read_row(file, "head.inner.bias", kHidden));
  FB_TRY(outer, read_table(file, "head.outer.weight", kHidden, kRelations));
  FB_TRY(outer_bias, read_row(file, "head.outer.bias", kRelations));
  return PairReader{std::move(encoder),
                    {std::move(inner.numbers), std::move(inner_bias), std::move(outer.numbers),
                     std::move(outer_bias)}};
}

PairLikelihoods PairReader::read(std::string_view first, std::string_view second,
                                 Space& space) const {
  auto& pieces = space.pieces;
  pieces.clear();
  encoder_.words().cut_text(first, kMostPieces, pieces);
  const auto of_first = pieces.size();
  pieces.push_back(encoder_.words().separator());
  encoder_.words().cut_text(second, of_first + 1 + kMostPieces, pieces);
  const auto of_second = pieces.size() - of_first - 1;
  const auto rows = MinilmEncoder::rows_of(pieces.size());
  space.rows.resize(std::max(space.rows.size(), rows * kMinilmWidth));
  encoder_.encode(language::best_kernels(), pieces, space.rows.data(), space.layer);
  const auto a = mean_of(space.rows.data() + kMinilmWidth, of_first);
  const auto b = mean_of(space.rows.data() + (of_first + 2) * kMinilmWidth, of_second);
  auto& seen = space.seen;
  seen.assign(space.rows.begin(), space.rows.begin() + kMinilmWidth);
  seen.resize(kSeen);
  for (std::size_t i = 0; i < kMinilmWidth; ++i) {
    seen[kMinilmWidth + i] = (a[i] + b[i]) / 2;
    seen[2 * kMinilmWidth + i] = std::abs(a[i] - b[i]);
    seen[3 * kMinilmWidth + i] = a[i] * b[i];
  }
  return judge(seen);
}

PairLikelihoods PairReader::judge(const std::vector<float>& seen) const {
  auto hidden = through(head_.inner, head_.inner_bias, seen);
  std::ranges::transform(hidden, hidden.begin(), gelu);
  auto sums = through(head_.outer, head_.outer_bias, hidden);
  const float most = *std::ranges::max_element(sums);
  std::ranges::transform(sums, sums.begin(), [&](float sum) { return std::exp(sum - most); });
  const double all = std::accumulate(sums.begin(), sums.end(), 0.0);
  return {sums[0] / all, sums[1] / all, sums[2] / all, sums[3] / all, sums[4] / all};
}

}  // namespace factbox::readers
