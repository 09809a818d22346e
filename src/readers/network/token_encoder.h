/// \file
/// From a text's tokens to rows of numbers that know what stands around each.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "language/analysis.h"
#include "language/networks/kernels.h"
#include "readers/network/features.h"
#include "readers/trained/trained.h"

namespace factbox::readers {

/// The network's first part, run once over a text.
class TokenEncoder {
 public:
  /// How many numbers the language engine has for a token.
  static constexpr std::size_t kVectorWidth = 96;

  [[nodiscard]] static Result<TokenEncoder> read(const WeightsFile& file,
                                                 const TrainingNotes& notes);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// How many tokens on each side have a say in a token's row.
  [[nodiscard]] std::size_t reach() const { return reach_; }
  /// How lemmas are numbered: by their hash, modulo this.
  [[nodiscard]] std::size_t lemma_buckets() const;

  /// Memory to work in; kept from call to call.
  struct Space {
    ConvolutionSpace convolution;
    language::Floats inputs;
    language::Floats rows;
  };
  /// Computes the rows of `part`, width() numbers a token. They lie in `space` until the next call.
  /// `beside` is what another encoder brings to the first sums of the text's tokens, a row each;
  /// null where there is none.
  [[nodiscard]] const float* encode(const language::Kernels& kernels,
                                    const language::Analysis& analysis,
                                    std::span<const TokenFeatures> features, const float* beside,
                                    language::TokenRange part, Space& space) const;

 private:
  void enter(const language::Kernels& kernels, const language::Analysis& analysis,
             std::span<const TokenFeatures> features, const float* beside,
             language::TokenRange tokens, Space& space) const;

  std::size_t width_ = 0;
  std::size_t reach_ = 0;
  language::Matrix vectors_;                    ///< of the token's numbers and its head's
  std::array<TrainedTable, kFeatures> tables_;  ///< what each feature brings to the first sums
  std::vector<Convolution> steps_;
  language::Floats ones_;
  language::Floats zeros_;
};

}  // namespace factbox::readers
