#include "language/words/special_cases.h"

#include <algorithm>
#include <utility>

namespace factbox::language {

void SpecialCases::add(std::string_view text, std::vector<SpecialPiece> pieces) {
  const auto place = texts_.add(text);
  if (place.added) {
    pieces_.emplace_back();
  }
  pieces_[place.index] = std::move(pieces);
  longest_ = std::max(longest_, text.size());
}

std::span<const SpecialPiece> SpecialCases::find(std::string_view text) const {
  if (text.size() > longest_) {
    return {};
  }
  const std::uint32_t index = texts_.find(text);
  if (index == StringTable::kNone) {
    return {};
  }
  return pieces_[index];
}

}  // namespace factbox::language
