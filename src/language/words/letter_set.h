/// \file
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace factbox::language {

/// A class of letters, as a pattern names it: "[a-zß]", or "[^a-z]".
class LetterSet {
 public:
  /// Ranges with both ends included, in any order.
  explicit LetterSet(std::vector<std::pair<char32_t, char32_t>> ranges, bool negated = false);

  [[nodiscard]] bool contains(char32_t code) const {
    return code < kAscii ? (ascii_[code / kWord] >> (code % kWord) & 1U) != 0 : contains_far(code);
  }
  /// In order, apart from each other, negation worked in.
  [[nodiscard]] const std::vector<std::pair<char32_t, char32_t>>& ranges() const { return ranges_; }
  friend bool operator==(const LetterSet&, const LetterSet&) = default;

 private:
  static constexpr char32_t kAscii = 128;
  static constexpr char32_t kWord = 64;

  [[nodiscard]] bool contains_far(char32_t code) const;

  std::vector<std::pair<char32_t, char32_t>> ranges_;
  std::array<std::uint64_t, kAscii / kWord> ascii_{};
};

}  // namespace factbox::language
