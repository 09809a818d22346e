#include "mentions/phrases.h"

#include <algorithm>

namespace factbox::mentions {

void Phrases::add(std::string_view entry, std::uint32_t row) {
  const Pieces pieces(entry);
  if (pieces.size() == 0) {
    return;
  }
  Rest rest;
  rest.row = row;
  for (std::uint32_t i = 1; i < pieces.size(); ++i) {
    rest.words.emplace_back(pieces.word(i));
  }
  auto& entries = by_first_[std::string{pieces.word(0)}];
  const auto longer = [&](const Rest& other) { return other.words.size() < rest.words.size(); };
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const Rest& other) { return other.words == rest.words; });
  if (!known) {
    entries.insert(std::find_if(entries.begin(), entries.end(), longer), std::move(rest));
  }
}

Phrases::Found Phrases::longest(const Pieces& pieces, std::uint32_t at) const {
  const auto entries = by_first_.find(pieces.word(at));
  if (entries == by_first_.end()) {
    return {at, kNone};
  }
  for (const Rest& rest : entries->second) {
    const auto size = static_cast<std::uint32_t>(rest.words.size());
    std::uint32_t same = 0;
    while (same < size && pieces.word(at + 1 + same) == rest.words[same]) {
      ++same;
    }
    if (same == size) {
      return {at + 1 + size, rest.row};
    }
  }
  return {at, kNone};
}

std::uint32_t Phrases::row_of(std::string_view lower_word) const {
  const auto entries = by_first_.find(lower_word);
  if (entries == by_first_.end() || !entries->second.back().words.empty()) {
    return kNone;
  }
  return entries->second.back().row;
}

}  // namespace factbox::mentions
