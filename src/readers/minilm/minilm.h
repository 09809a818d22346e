/// \file
/// What MiniLM brings to the large reader.
#pragma once

#include <cstddef>
#include <utility>

#include "base/result.h"
#include "language/analysis.h"
#include "language/networks/kernels.h"
#include "readers/minilm/encoder.h"
#include "readers/minilm/segments.h"

namespace factbox::readers {

/// A text's tokens as MiniLM sees them, segment by segment. Immutable, shared by all threads.
class Minilm {
 public:
  /// `differences` is the large reader's trained file; its "beside" ([384][width]) makes what a
  /// token's first piece brings to `width` sums. Fails as malformed, naming the tensor.
  [[nodiscard]] static Result<Minilm> read(PublishedMinilm published,
                                           const WeightsFile& differences, std::size_t width);

  /// Memory to work in; kept from call to call.
  struct Space {
    TextPieces text;
    MinilmLayer::Space layer;
    language::Floats rows;
    language::Floats firsts;  ///< the rows of tokens' first pieces
  };
  /// What it brings to each token's sums, one row a token.
  void read_tokens(const language::Kernels& kernels, const language::Analysis& analysis,
                   Space& space, language::Floats& brought) const;

 private:
  Minilm(MinilmEncoder encoder, language::Matrix beside)
      : encoder_(std::move(encoder)), beside_(std::move(beside)) {}

  MinilmEncoder encoder_;
  language::Matrix beside_;
};

}  // namespace factbox::readers
