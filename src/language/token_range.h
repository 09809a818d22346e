/// \file
/// Places among a text's words.
#pragma once

#include <cstdint>

namespace factbox::language {

/// Tokens from `first` up to `past`, not included.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t past = 0;
  [[nodiscard]] std::uint32_t size() const { return past - first; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return first <= token && token < past; }
  friend constexpr bool operator==(TokenRange, TokenRange) = default;
};

}  // namespace factbox::language
