/// \file
/// Places in a report's words.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factbox {

/// Words in a report's text or title, as byte offsets: first included, last not.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  /// The words themselves. `text` is the one that the range was made for.
  [[nodiscard]] constexpr std::string_view in(std::string_view text) const {
    return text.substr(begin, size());
  }
  [[nodiscard]] constexpr bool covers(ByteRange other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool touches(ByteRange other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(ByteRange, ByteRange) = default;
};

/// Which part of a report a range counts in.
enum class Field : std::uint8_t { text, title };

/// Words of a report, in its text or in its title.
struct Passage {
  Field field = Field::text;
  ByteRange range;
  friend constexpr auto operator<=>(Passage, Passage) = default;
};

}  // namespace factbox
