/// \file
/// The stretches of a text that MiniLM reads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/analysis.h"
#include "readers/minilm/word_pieces.h"

namespace factbox::readers {

/// A text's pieces, and which of them are whose.
struct TextPieces {
  std::vector<Piece> pieces;
  /// Of each token, where its pieces begin; then where the last one's end.
  std::vector<std::uint32_t> begins;

  void assign(const language::Analysis& analysis, const WordPieces& words);
};

inline constexpr std::uint32_t kSegmentPieces = 256;  ///< two of them mark its ends
inline constexpr std::uint32_t kSegmentTokens = 224;

/// The segment that begins at token `first`: as many tokens as it can hold, but back to a
/// sentence's beginning where one lies in its second half.
[[nodiscard]] language::TokenRange segment_from(std::uint32_t first,
                                                const language::Analysis& analysis,
                                                const TextPieces& text);

}  // namespace factbox::readers
