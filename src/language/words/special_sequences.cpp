#include "language/words/special_sequences.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace factbox::language {

void SpecialSequences::add(std::vector<std::string> sequence) {
  const auto place = starts_.add(sequence.front());
  if (place.added) {
    sequences_.emplace_back();
  }
  longest_start_ = std::max(longest_start_, sequence.front().size());
  auto& known = sequences_[place.index];
  if (std::find(known.begin(), known.end(), sequence) == known.end()) {
    known.push_back(std::move(sequence));
  }
}

std::vector<SequenceMatch> SpecialSequences::find(std::string_view text,
                                                  std::span<const Token> tokens,
                                                  std::span<const std::uint32_t> starts) const {
  std::vector<SequenceMatch> matches;
  for (const std::uint32_t first : starts) {
    for (const auto& sequence : sequences_[starts_.find(tokens[first].range.in(text))]) {
      const auto rest = tokens.subspan(first);
      if (sequence.size() > rest.size()) {
        continue;
      }
      const bool same = std::equal(sequence.begin(), sequence.end(), rest.begin(),
                                   [&](const std::string& word, const Token& token) {
                                     return token.range.in(text) == word;
                                   });
      if (same) {
        matches.push_back({first, first + static_cast<std::uint32_t>(sequence.size())});
      }
    }
  }
  const auto rank = [](const SequenceMatch& match) {
    return std::tuple{-static_cast<std::int64_t>(match.past - match.first), match.first};
  };
  std::sort(matches.begin(), matches.end(),
            [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  std::vector<bool> taken(matches.empty() ? 0 : tokens.size());
  std::vector<SequenceMatch> kept;
  for (const SequenceMatch& match : matches) {
    if (!taken[match.first] && !taken[match.past - 1]) {
      kept.push_back(match);
    }
    for (std::uint32_t i = match.first; i < match.past; ++i) {
      taken[i] = true;
    }
  }
  std::sort(kept.begin(), kept.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return kept;
}

}  // namespace factbox::language
