#include "language/networks/brought.h"

#include <algorithm>

#include "base/assert.h"

namespace factbox::language {

BroughtRows::BroughtRows(const Scorer& scorer, const Kernels& kernels)
    : scorer_(&scorer),
      kernels_(&kernels),
      features_(scorer.features()),
      size_(scorer.brought_size()),
      ring_(kKept * features_ * size_),
      old_(features_) {
  for (OldRow& row : old_) {
    row.values.resize(size_);
  }
}

void BroughtRows::begin(std::span<const float> hidden) {
  hidden_ = hidden;
  past_ = 0;
  for (OldRow& row : old_) {
    row.token = UINT32_MAX;
  }
}

const float* BroughtRows::old_row(std::uint32_t token, std::size_t feature) {
  OldRow& row = old_[feature];
  if (row.token != token) {
    kernels_->affine_row(scorer_->to_brought_flat(feature),
                         hidden_.data() + token * scorer_->hidden_size(), row.values.data());
    row.token = token;
  }
  return row.values.data();
}

void BroughtRows::compute_batch() {
  const std::size_t hidden = scorer_->hidden_size();
  const auto tokens = static_cast<std::uint32_t>(hidden_.size() / hidden);
  FB_ASSERT(past_ < tokens);
  const std::size_t count = std::min(kBatch, tokens - past_);
  for (std::size_t feature = 0; feature < features_; ++feature) {
    kernels_->affine(scorer_->to_brought(feature), hidden_.data() + past_ * hidden, hidden, count,
                     ring_row(past_, feature), features_ * size_);
  }
  past_ += kBatch;
}

}  // namespace factbox::language
