#include "stories/copies.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace factbox::stories {
namespace {

constexpr std::size_t kCandidates = 24;

/// Earlier reports by how many hashes of the sketch they share; most first, then earliest.
std::vector<ArrivalNumber> candidates(const Shingles& wording, const WordingIndex& past) {
  std::unordered_map<ArrivalNumber, std::uint32_t> shared;
  for (const std::uint32_t hash : wording.sketch) {
    for (const ArrivalNumber report : past.with_sketch(hash)) ++shared[report];
  }
  std::vector<std::pair<ArrivalNumber, std::uint32_t>> ranked(shared.begin(), shared.end());
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (ranked.size() > kCandidates) ranked.resize(kCandidates);
  std::vector<ArrivalNumber> reports;
  for (const auto& [report, count] : ranked) reports.push_back(report);
  return reports;
}

}  // namespace

std::optional<CopyOf> find_copy(const Shingles& wording, const WordingIndex& past,
                                const CopyOptions& options) {
  if (const auto equal = past.with_whole(wording.whole)) {
    const Shingles& other = past.wording(*equal);
    if (other.words == wording.words && wording.words >= options.equal_words) {
      return CopyOf{*equal, compare(wording, other)};
    }
  }
  std::optional<CopyOf> best;
  for (const ArrivalNumber report : candidates(wording, past)) {
    const Shingles& other = past.wording(report);
    const Overlap overlap = compare(wording, other);
    if (!is_copy(wording, other, overlap, options)) continue;
    const bool better = !best || overlap.shared > best->overlap.shared ||
                        (overlap.shared == best->overlap.shared && report < best->report);
    if (better) best = CopyOf{report, overlap};
  }
  return best;
}

}  // namespace factbox::stories
