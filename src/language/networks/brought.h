/// \file
/// What each token of a text brings to a scorer, kept near while it is needed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/networks/kernels.h"
#include "language/networks/scorer.h"

namespace factbox::language {

/// Rows of what tokens bring as each feature, computed some tokens ahead of the reader and kept
/// for the tokens behind it. A row that was given up is computed again when a long stack asks for
/// it, so that memory doesn't grow with the text.
class BroughtRows {
 public:
  BroughtRows(const Scorer& scorer, const Kernels& kernels);

  /// Begins a text; `hidden` (rows of Scorer::to_hidden) must stay while it is read.
  void begin(std::span<const float> hidden);
  /// Makes sure that rows up to `token` are there.
  void reach(std::uint32_t token) {
    while (token >= past_) {
      compute_batch();
    }
  }
  /// What a token brings as a feature. The row holds until the next call of reach, or for the
  /// same feature.
  [[nodiscard]] const float* row(std::uint32_t token, std::size_t feature) {
    return token + kKept >= past_ ? ring_row(token, feature) : old_row(token, feature);
  }

 private:
  static constexpr std::uint32_t kBatch = 48;         // rows computed together
  static constexpr std::uint32_t kKept = 8 * kBatch;  // a few sentences
  struct OldRow {
    std::uint32_t token = UINT32_MAX;
    Floats values;
  };

  [[nodiscard]] float* ring_row(std::uint32_t token, std::size_t feature) {
    return ring_.data() + (token % kKept * features_ + feature) * size_;
  }
  [[nodiscard]] const float* old_row(std::uint32_t token, std::size_t feature);
  void compute_batch();

  const Scorer* scorer_;
  const Kernels* kernels_;
  std::size_t features_;
  std::size_t size_;
  std::span<const float> hidden_;
  std::uint32_t past_ = 0;  ///< rows are computed up to here
  Floats ring_;
  std::vector<OldRow> old_;  ///< the last one asked for, by feature
};

}  // namespace factbox::language
