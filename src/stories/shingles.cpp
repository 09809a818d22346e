#include "stories/shingles.h"

#include <algorithm>
#include <cstddef>

namespace factbox::stories {
namespace {

constexpr std::size_t kRun = 5;
constexpr std::size_t kLeadRuns = 50;
constexpr std::size_t kWindow = 8;

void sort_unique(std::vector<std::uint32_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.shrink_to_fit();
}

std::uint32_t count_shared(const std::vector<std::uint32_t>& a,
                           const std::vector<std::uint32_t>& b) {
  std::uint32_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) {
      ++shared;
      ++i;
      ++k;
    } else if (a[i] < b[k]) {
      ++i;
    } else {
      ++k;
    }
  }
  return shared;
}

/// The least hash of each window of eight runs; the last of equals, so that one stands for many.
std::vector<std::uint32_t> winnow(const std::vector<std::uint32_t>& runs) {
  std::vector<std::uint32_t> chosen;
  if (runs.empty()) {
    return chosen;
  }
  std::size_t least = 0;
  const std::size_t first_window = std::min(kWindow, runs.size());
  for (std::size_t i = 1; i < first_window; ++i) {
    if (runs[i] <= runs[least]) {
      least = i;
    }
  }
  chosen.push_back(runs[least]);
  for (std::size_t end = first_window; end < runs.size(); ++end) {
    const std::size_t begin = end + 1 - kWindow;
    if (least < begin) {
      least = begin;
      for (std::size_t i = begin + 1; i <= end; ++i) {
        if (runs[i] <= runs[least]) {
          least = i;
        }
      }
      chosen.push_back(runs[least]);
    } else if (runs[end] <= runs[least]) {
      least = end;
      chosen.push_back(runs[least]);
    }
  }
  return chosen;
}

double share(std::uint32_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Shingles shingle(std::span<const PlainWord> words) {
  Shingles result;
  result.words = static_cast<std::uint32_t>(words.size());
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const PlainWord& word : words) {
    hashes.push_back(word.hash);
    result.whole = (result.whole ^ hashes.back()) * 0x9e3779b97f4a7c15ULL + 1;
  }
  std::vector<std::uint32_t> runs;
  for (std::size_t first = 0; first + kRun <= hashes.size(); ++first) {
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) {
      run = (run ^ hashes[first + i]) * 0x9e3779b97f4a7c15ULL;
      run ^= run >> 29U;
    }
    runs.push_back(static_cast<std::uint32_t>(run >> 32U));
  }
  result.sketch = winnow(runs);
  sort_unique(result.sketch);
  const auto lead_end = static_cast<std::ptrdiff_t>(std::min(kLeadRuns, runs.size()));
  result.lead.assign(runs.begin(), runs.begin() + lead_end);
  sort_unique(result.lead);
  result.all = std::move(runs);
  sort_unique(result.all);
  return result;
}

Overlap compare(const Shingles& first, const Shingles& second) {
  Overlap overlap;
  overlap.shared = count_shared(first.all, second.all);
  overlap.of_first = share(overlap.shared, first.all.size());
  overlap.of_second = share(overlap.shared, second.all.size());
  overlap.first_lead = share(count_shared(first.lead, second.all), first.lead.size());
  overlap.second_lead = share(count_shared(second.lead, first.all), second.lead.size());
  return overlap;
}

bool is_copy(const Shingles& first, const Shingles& second, const Overlap& overlap,
             const CopyOptions& options) {
  if (first.whole == second.whole && first.words == second.words) {
    return first.words >= options.equal_words;
  }
  return overlap.shared >= options.shared &&
         std::max(overlap.of_first, overlap.of_second) >= options.contained &&
         std::max(overlap.first_lead, overlap.second_lead) >= options.lead_contained;
}

}  // namespace factbox::stories
