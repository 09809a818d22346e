#include "language/words/letter_set.h"

#include <algorithm>

namespace factbox::language {
namespace {

constexpr char32_t kLastCode = 0x10FFFF;

std::vector<std::pair<char32_t, char32_t>> complement(
    const std::vector<std::pair<char32_t, char32_t>>& ranges) {
  std::vector<std::pair<char32_t, char32_t>> rest;
  char32_t next = 0;
  for (const auto& [first, last] : ranges) {
    if (first > next) {
      rest.emplace_back(next, first - 1);
    }
    next = last + 1;
  }
  if (next <= kLastCode) {
    rest.emplace_back(next, kLastCode);
  }
  return rest;
}

}  // namespace

LetterSet::LetterSet(std::vector<std::pair<char32_t, char32_t>> ranges, bool negated) {
  std::sort(ranges.begin(), ranges.end());
  for (const auto& range : ranges) {
    if (!ranges_.empty() && range.first <= ranges_.back().second + 1) {
      ranges_.back().second = std::max(ranges_.back().second, range.second);
    } else {
      ranges_.push_back(range);
    }
  }
  if (negated) {
    ranges_ = complement(ranges_);
  }
  for (char32_t code = 0; code < kAscii; ++code) {
    if (contains_far(code)) {
      ascii_.at(code / kWord) |= std::uint64_t{1} << (code % kWord);
    }
  }
}

bool LetterSet::contains_far(char32_t code) const {
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), code,
                       [](char32_t wanted, const auto& range) { return wanted < range.first; });
  return after != ranges_.begin() && code <= std::prev(after)->second;
}

}  // namespace factbox::language
