#include "stories/copies.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace factbox::stories {
namespace {

constexpr std::size_t kCandidates = 24;
/// What a copy shares of the shorter sketch, at least: well below what makes it a copy.
constexpr double kSharedSketch = 0.2;

/// Earlier reports by how many hashes of the sketch they share; most first, then earliest.
std::vector<ArrivalNumber> candidates(const Shingles& wording, const WordingIndex& past) {
  std::vector<ArrivalNumber> met;
  for (const std::uint32_t hash : wording.sketch) {
    const auto reports = past.with_sketch(hash);
    met.insert(met.end(), reports.begin(), reports.end());
  }
  std::sort(met.begin(), met.end());
  std::vector<std::pair<ArrivalNumber, std::uint32_t>> ranked;
  for (const ArrivalNumber report : met) {
    if (ranked.empty() || ranked.back().first != report) {
      ranked.emplace_back(report, 0);
    }
    ++ranked.back().second;
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (ranked.size() > kCandidates) {
    ranked.resize(kCandidates);
  }
  std::vector<ArrivalNumber> reports;
  for (const auto& [report, count] : ranked) {
    const std::size_t shorter = std::min(wording.sketch.size(), past.wording(report).sketch.size());
    if (static_cast<double>(count) >= kSharedSketch * static_cast<double>(shorter)) {
      reports.push_back(report);
    }
  }
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
    if (!is_copy(wording, other, overlap, options)) {
      continue;
    }
    const bool better = !best || overlap.shared > best->overlap.shared ||
                        (overlap.shared == best->overlap.shared && report < best->report);
    if (better) {
      best = CopyOf{report, overlap};
    }
  }
  return best;
}

}  // namespace factbox::stories
