/// \file
/// The words of a report that a line shows, and their tokens.
#pragma once

#include <algorithm>
#include <vector>

#include "base/byte_range.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// The part of a report that a line would show.
struct Shown {
  ByteRange hull;                   ///< from its first byte to its last
  std::vector<ByteRange> kept;      ///< of the claim itself, sorted
  std::vector<ByteRange> replaced;  ///< by names or dates: no longer to be understood from here
  std::vector<ByteRange> quoted;    ///< inside quotation marks
  bool names_speaker = false;       ///< a name for "he" and "they" stands in the line's attribution
  bool speaker_first = false;       ///< and it stands before the claim
  bool after_heading = false;       ///< a headline ran into the claim: the parse may be torn
};

[[nodiscard]] inline bool inside_any(const std::vector<ByteRange>& ranges, ByteRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange each) { return each.touches(range); });
}

/// Within what the language engine takes for a date or a time.
[[nodiscard]] inline bool is_time(const texts::Sheet& sheet, std::uint32_t token) {
  const auto entities = sheet.names();
  return std::any_of(entities.begin(), entities.end(), [&](const texts::MarkedName& each) {
    return (each.type == texts::NameType::date || each.type == texts::NameType::time) &&
           each.tokens.first <= token && token < each.tokens.past;
  });
}

/// Calls `visit` for each token that begins in the range.
template <class Visit>
void for_tokens(const texts::Sheet& sheet, ByteRange range, Visit visit) {
  for (auto token = sheet.token_at(range.begin);
       token < sheet.size() && sheet.range(token).begin < range.end; ++token) {
    visit(token);
  }
}

}  // namespace factbox::factboxes
