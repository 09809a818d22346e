#include "readers/network/token_encoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace factbox::readers {

namespace {

/// What each row of an embedding brings to the first layer's sums: the two multiplied once and for
/// all, so that a token costs an addition.
TrainedTable brought_by(const TrainedTable& embedding, std::span<const float> weights,
                        std::size_t outputs) {
  TrainedTable brought{embedding.rows, outputs, std::vector<float>(embedding.rows * outputs)};
  for (std::size_t row = 0; row < embedding.rows; ++row) {
    float* sums = brought.numbers.data() + row * outputs;
    for (std::size_t in = 0; in < embedding.columns; ++in) {
      const float by = embedding.numbers[row * embedding.columns + in];
      const float* from = weights.data() + in * outputs;
      for (std::size_t out = 0; out < outputs; ++out) {
        sums[out] += by * from[out];
      }
    }
  }
  return brought;
}

/// Rows that a feature's numbers may ask for.
std::size_t rows_asked(const TrainingNotes& notes, Feature feature) {
  switch (feature) {
    case Feature::tag:
      return notes.tags.size() + 1;
    case Feature::label:
      return notes.labels.size() + 1;
    case Feature::entity:
      return notes.entities.size() + 1;
    case Feature::quote:
      return kQuoteStates;
    case Feature::lemma:
      break;
  }
  return 1;
}

}  // namespace

Result<TokenEncoder> TokenEncoder::read(const WeightsFile& file, const TrainingNotes& notes) {
  TokenEncoder encoder;
  std::array<TrainedTable, kFeatures> embeddings;
  std::size_t inputs = 2 * kVectorWidth;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    const auto name = fmt::format("embedding.{}", kFeatureNames[i]);
    FB_TRY(embedding, read_table(file, name, kAnySize, kAnySize));
    if (embedding.rows < rows_asked(notes, static_cast<Feature>(i)) ||
        embedding.rows > UINT16_MAX) {
      return tl::unexpected(file.wrong(fmt::format(
          "its tensor \"{}\" has {} rows, which its notes don't fit", name, embedding.rows)));
    }
    inputs += embedding.columns;
    embeddings[i] = std::move(embedding);
  }
  FB_TRY(weights, read_table(file, "input.weight", inputs, kAnySize));
  const std::size_t width = weights.columns;
  if (!fits_kernels(width)) {
    return tl::unexpected(odd_width(file, "input.weight", width));
  }
  FB_TRY(bias, read_row(file, "input.bias", width));
  std::span<const float> rest{weights.numbers};
  const auto of_vectors = rest.first(2 * kVectorWidth * width);
  std::vector<float> scaled(of_vectors.begin(), of_vectors.end());
  for (float& weight : scaled) {
    weight *= static_cast<float>(notes.vector_scale);
  }
  encoder.vectors_ = lay_out_turned(scaled, bias, 2 * kVectorWidth);
  rest = rest.subspan(scaled.size());
  for (std::size_t i = 0; i < kFeatures; ++i) {
    encoder.tables_[i] = brought_by(embeddings[i], rest, width);
    rest = rest.subspan(embeddings[i].columns * width);
  }
  FB_TRY(steps, read_convolutions(file, "encoder", width, notes.encoder_dilations));
  encoder.steps_ = std::move(steps);
  encoder.width_ = width;
  for (const std::size_t dilation : notes.encoder_dilations) {
    encoder.reach_ += dilation;
  }
  encoder.ones_.assign(width, 1.0F);
  encoder.zeros_.assign(width, 0.0F);
  return encoder;
}

std::size_t TokenEncoder::lemma_buckets() const {
  return tables_[static_cast<std::size_t>(Feature::lemma)].rows;
}

void TokenEncoder::enter(const language::Kernels& kernels, const language::Analysis& analysis,
                         std::span<const TokenFeatures> features, const float* beside,
                         language::TokenRange tokens, Space& space) const {
  float* input = space.inputs.data();
  for (std::uint32_t token = tokens.first; token < tokens.past; ++token) {
    for (const std::uint32_t from : {token, analysis.head(token)}) {
      const auto vector = analysis.vector(from);
      FB_ASSERT(vector.size() == kVectorWidth);
      input = std::copy(vector.begin(), vector.end(), input);
    }
  }
  kernels.affine(vectors_, space.inputs.data(), 2 * kVectorWidth, tokens.size(), space.rows.data(),
                 width_);
  for (std::uint32_t token = tokens.first; token < tokens.past; ++token) {
    float* row = space.rows.data() + (token - tokens.first) * width_;
    std::array<const float*, kFeatures + 2> parts{row};
    for (std::size_t i = 0; i < kFeatures; ++i) {
      parts[i + 1] = tables_[i].row(features[token][i]).data();
    }
    parts.back() = beside == nullptr ? nullptr : beside + token * width_;
    kernels.add_rows(parts.data(), beside == nullptr ? kFeatures + 1 : parts.size(), width_, row);
  }
  kernels.convolution.gelu(space.rows.data(), tokens.size() * width_);
}

const float* TokenEncoder::encode(const language::Kernels& kernels,
                                  const language::Analysis& analysis,
                                  std::span<const TokenFeatures> features, const float* beside,
                                  language::TokenRange part, Space& space) const {
  const auto reach = static_cast<std::uint32_t>(reach_);
  const language::TokenRange tokens{part.first - std::min(part.first, reach),
                                    std::min(part.past + reach, analysis.size())};
  space.inputs.resize(std::max(space.inputs.size(), tokens.size() * 2 * kVectorWidth));
  space.rows.resize(std::max(space.rows.size(), tokens.size() * width_));
  enter(kernels, analysis, features, beside, tokens, space);
  // Inside the text, a block's first and last rows are wrong: as many as the context has.
  const Rows rows{space.rows.data(), tokens.size(), reach_, reach_};
  for (const Convolution& step : steps_) {
    step.apply(kernels, {&rows, 1}, space.convolution);
  }
  float* first = space.rows.data() + (part.first - tokens.first) * width_;
  kernels.convolution.normalise(first, part.size(), width_, ones_.data(), zeros_.data(), kEpsilon,
                                first);
  return first;
}

}  // namespace factbox::readers
