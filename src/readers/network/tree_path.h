/// \file
/// The way through the parse from a cue to the tokens around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/analysis.h"

namespace factbox::readers {

/// Ways are numbered: steps up from the cue to the first token that is above both (0 to 5), times
/// six, and steps down from there (0 to 5); then those below.
inline constexpr std::size_t kPaths = 40;
inline constexpr std::uint8_t kFarInSentence = 36;
inline constexpr std::uint8_t kSentenceBefore = 37;
inline constexpr std::uint8_t kSentenceAfter = 38;

/// A text's heads and sentences, one entry a token.
struct Tree {
  std::vector<std::uint32_t> heads;
  std::vector<std::uint32_t> sentences;

  void assign(const language::Analysis& analysis);
};

/// The ways from `cue` to the tokens of `window`, in their order.
void tree_paths(const Tree& tree, std::uint32_t cue, language::TokenRange window,
                std::span<std::uint8_t> paths);

}  // namespace factbox::readers
