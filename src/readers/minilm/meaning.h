/// \file
/// What a sentence means, as numbers: sentences that say much the same lie close together.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "language/networks/kernels.h"
#include "readers/minilm/encoder.h"

namespace factbox::readers {

/// kMinilmWidth numbers, of length one.
using Meaning = std::vector<float>;

/// The cosine of the angle between two: 1 for the same, about 0 for what has nothing in common.
[[nodiscard]] double likeness(const Meaning& a, const Meaning& b);

/// Reads meanings with MiniLM as published, which was trained for that (sentence embeddings, the
/// mean over the pieces: Reimers and Gurevych 2019). Immutable, shared by all threads.
class MeaningReader {
 public:
  /// Reads the published files from their folder; `sums` is the list of their hashes. Fails as
  /// unavailable or malformed, saying to run ./setup.
  [[nodiscard]] static Result<MeaningReader> load(const std::filesystem::path& folder,
                                                  const std::filesystem::path& sums);

  /// Memory to work in; kept from call to call.
  struct Space {
    std::vector<Piece> pieces;
    MinilmLayer::Space layer;
    language::Floats rows;
  };
  /// `words` is valid UTF-8; only its first kMostMeant pieces count. Costs some 12 million
  /// multiply-adds a piece: half a thousandth of a second a word.
  [[nodiscard]] Meaning read(std::string_view words, Space& space) const;
  static constexpr std::size_t kMostMeant = 126;

 private:
  explicit MeaningReader(MinilmEncoder encoder) : encoder_(std::move(encoder)) {}

  MinilmEncoder encoder_;
};

}  // namespace factbox::readers
