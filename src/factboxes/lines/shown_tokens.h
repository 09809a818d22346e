/// \file
/// The tokens of the words that a line shows.
#pragma once

#include <algorithm>
#include <vector>

#include "base/byte_range.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

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
