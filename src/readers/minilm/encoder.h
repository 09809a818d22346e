/// \file
/// MiniLM: from the pieces of some words to numbers that stand for each in its place.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/networks/kernels.h"
#include "readers/minilm/layer.h"
#include "readers/minilm/published.h"
#include "readers/minilm/word_pieces.h"
#include "readers/trained/weights_file.h"

namespace factbox::readers {

/// MiniLM (Wang et al. 2020), a BERT (Devlin et al. 2019) of six layers of 384, with the published
/// weights and, if any, the low-rank differences (Hu et al. 2021) that make it a reader of who said
/// what.
///
/// Immutable, shared by all threads. Costs some 12 million multiply-adds a piece, ten times as much
/// as all of the language engine.
class MinilmEncoder {
 public:
  /// `differences`: null for the weights as published. Fails as malformed, naming the tensor.
  [[nodiscard]] static Result<MinilmEncoder> read(PublishedMinilm published,
                                                  const WeightsFile* differences);

  [[nodiscard]] const WordPieces& words() const { return words_; }

  /// The pieces that it can see at once.
  static constexpr std::size_t kMostPieces = 510;
  /// Pieces and the two marks of their ends, a row each: what `encode` writes.
  [[nodiscard]] static constexpr std::size_t rows_of(std::size_t pieces) { return pieces + 2; }

  /// Writes a row of kMinilmWidth numbers for each of rows_of(pieces.size()); at most kMostPieces.
  void encode(const language::Kernels& kernels, std::span<const Piece> pieces, float* rows,
              MinilmLayer::Space& space) const;

 private:
  explicit MinilmEncoder(WordPieces words) : words_(std::move(words)) {}

  WordPieces words_;
  std::vector<float> pieces_;  ///< a row a piece
  std::vector<float> places_;  ///< a row a place in the segment
  std::vector<float> gain_;
  std::vector<float> shift_;
  std::vector<MinilmLayer> layers_;
};

}  // namespace factbox::readers
