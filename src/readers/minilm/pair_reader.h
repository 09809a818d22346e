/// \file
/// How two sentences stand to each other, as one network sees both.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "readers/minilm/encoder.h"

namespace factbox::readers {

/// How likely each relation is; together 1.
struct PairLikelihoods {
  double same = 0;
  double entails = 0;        ///< one of them says what the other does, and more
  double update = 0;         ///< a later count or state of the same
  double contradiction = 0;  ///< both cannot be so
  double different = 0;
};

/// Reads two sentences at once with MiniLM, so that each word sees those of the other side (a
/// cross-encoder: Devlin et al. 2019, Reimers and Gurevych 2019), by low-rank differences to the
/// published weights (Hu et al. 2021) and one head that scripts/train_pairs.sh learns. Immutable,
/// shared by all threads.
class PairReader {
 public:
  /// `folder` and `sums` as for MeaningReader; `trained` is data/en/pairs.safetensors. Fails as
  /// unavailable or malformed, saying which file and what to do.
  [[nodiscard]] static Result<PairReader> load(const std::filesystem::path& folder,
                                               const std::filesystem::path& sums,
                                               const std::filesystem::path& trained);

  /// Memory to work in; kept from call to call.
  struct Space {
    std::vector<Piece> pieces;
    MinilmLayer::Space layer;
    language::Floats rows;
    std::vector<float> seen;
  };
  /// Both are valid UTF-8; only the first kMostPieces pieces of each count. The order of the two
  /// changes the answer little. Costs some 12 million multiply-adds a piece.
  [[nodiscard]] PairLikelihoods read(std::string_view first, std::string_view second,
                                     Space& space) const;
  static constexpr std::size_t kMostPieces = 96;

 private:
  /// Two linear layers, the inner one [inputs][outputs].
  struct Head {
    std::vector<float> inner, inner_bias, outer, outer_bias;
  };
  PairReader(MinilmEncoder encoder, Head head)
      : encoder_(std::move(encoder)), head_(std::move(head)) {}

  [[nodiscard]] PairLikelihoods judge(const std::vector<float>& seen) const;

  MinilmEncoder encoder_;
  Head head_;
};

}  // namespace factbox::readers
