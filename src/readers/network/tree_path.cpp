#include "readers/network/tree_path.h"

#include <algorithm>
#include <array>

namespace factbox::readers {

namespace {

constexpr std::size_t kMostSteps = 6;  ///< up or down: 0 to 5

/// The cue and the tokens above it, nearest first. Ends at a root, or where heads would go round.
struct Above {
  std::array<std::uint32_t, kMostSteps> tokens{};
  std::size_t count = 0;

  Above(const Tree& tree, std::uint32_t cue) {
    std::uint32_t at = cue;
    while (count < kMostSteps && !holds(at)) {
      tokens[count++] = at;
      at = tree.heads[at];
    }
  }
  [[nodiscard]] std::size_t place_of(std::uint32_t token) const {
    const auto* const end = tokens.data() + count;
    return static_cast<std::size_t>(std::find(tokens.data(), end, token) - tokens.data());
  }
  [[nodiscard]] bool holds(std::uint32_t token) const { return place_of(token) < count; }
};

std::uint8_t path_to(const Tree& tree, const Above& above, std::uint32_t token) {
  for (std::size_t down = 0; down < kMostSteps; ++down) {
    if (const std::size_t up = above.place_of(token); up < above.count) {
      return static_cast<std::uint8_t>(up * kMostSteps + down);
    }
    token = tree.heads[token];
  }
  return kFarInSentence;
}

}  // namespace

void Tree::assign(const language::Analysis& analysis) {
  heads.resize(analysis.size());
  sentences.resize(analysis.size());
  std::uint32_t sentence = 0;
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    heads[token] = analysis.head(token);
    if (analysis.starts_sentence(token)) {
      ++sentence;
    }
    sentences[token] = sentence;
  }
}

void tree_paths(const Tree& tree, std::uint32_t cue, language::TokenRange window,
                std::span<std::uint8_t> paths) {
  const Above above(tree, cue);
  for (std::uint32_t token = window.first; token < window.past; ++token) {
    std::uint8_t& path = paths[token - window.first];
    if (tree.sentences[token] < tree.sentences[cue]) {
      path = kSentenceBefore;
    } else if (tree.sentences[token] > tree.sentences[cue]) {
      path = kSentenceAfter;
    } else {
      path = path_to(tree, above, token);
    }
  }
}

}  // namespace factbox::readers
