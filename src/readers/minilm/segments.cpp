#include "readers/minilm/segments.h"

#include <algorithm>

namespace factbox::readers {

namespace {

constexpr std::uint32_t kRoom = kSegmentPieces - 2;

}  // namespace

void TextPieces::assign(const language::Analysis& analysis, const WordPieces& words) {
  pieces.clear();
  begins.clear();
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    begins.push_back(static_cast<std::uint32_t>(pieces.size()));
    words.cut(analysis.word(token), pieces);
    // What no segment can hold is cut.
    pieces.resize(std::min<std::size_t>(pieces.size(), begins.back() + kRoom));
  }
  begins.push_back(static_cast<std::uint32_t>(pieces.size()));
}

language::TokenRange segment_from(std::uint32_t first, const language::Analysis& analysis,
                                  const TextPieces& text) {
  std::uint32_t past = first;
  while (past < analysis.size() && past - first < kSegmentTokens &&
         text.begins[past + 1] - text.begins[first] <= kRoom) {
    ++past;
  }
  if (past == analysis.size()) {
    return {first, past};
  }
  const std::uint32_t half = first + (past - first) / 2;
  for (std::uint32_t token = past; token > half; --token) {
    if (analysis.starts_sentence(token)) {
      return {first, token};
    }
  }
  return {first, past};
}

}  // namespace factbox::readers
