/// \file
/// The tokens of the words that a line shows.
#pragma once

#include <algorithm>
#include <vector>

#include "base/byte_range.h"
#include "language/analysis.h"

namespace factbox::factboxes {

[[nodiscard]] inline bool inside_any(const std::vector<ByteRange>& ranges, ByteRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange each) { return each.touches(range); });
}

/// Within what the language engine takes for a date or a time.
[[nodiscard]] inline bool is_time(const language::Analysis& analysis, std::uint32_t token) {
  const auto entities = analysis.entities();
  return std::any_of(entities.begin(), entities.end(), [&](const language::EntitySpan& each) {
    return (each.type == "DATE" || each.type == "TIME") && each.tokens.first <= token &&
           token < each.tokens.past;
  });
}

/// Calls `visit` for each token that begins in the range.
template <class Visit>
void for_tokens(const language::Analysis& analysis, ByteRange range, Visit visit) {
  for (auto token = analysis.token_at(range.begin);
       token < analysis.size() && analysis.range(token).begin < range.end; ++token) {
    visit(token);
  }
}

}  // namespace factbox::factboxes
