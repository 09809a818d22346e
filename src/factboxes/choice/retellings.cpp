#include "factboxes/choice/retellings.h"

#include <algorithm>

#include "stories/counts.h"
#include "stories/likeness.h"
#include "stories/relation.h"

namespace factbox::factboxes {
namespace {

/// Likelihood that two tell one thing. Of the pairs that judged stories have from here on (33 of 40
/// under one label) readers would contest two.
constexpr double kSure = 0.5;

}  // namespace

Retellings::Retellings(const Workbench& bench, const std::vector<Draft>& drafts, Repeats& repeats)
    : bench_(bench), drafts_(drafts), repeats_(repeats) {}

bool Retellings::tells_all(std::size_t draft, std::size_t other) const {
  const auto& line = drafts_[draft].told;
  const auto& told = drafts_[other].told;
  const bool one_voice = line.voice == 0 || told.voice == 0 || line.voice == told.voice ||
                         stories::same_speaker(line, told);
  const auto counts = stories::compare_counts(line.counts, told.counts);
  return one_voice && counts.clashes == 0 && counts.equal >= line.counts.size();
}

const std::vector<std::uint32_t>& Retellings::of(std::size_t draft) {
  const auto [at, added] = found_.try_emplace(draft);
  if (!added) {
    return at->second;
  }
  for (std::size_t other = 0; other < drafts_.size(); ++other) {
    if (other == draft || drafts_[other].from.report == drafts_[draft].from.report ||
        !tells_all(draft, other)) {
      continue;
    }
    if (repeats_.likelihood_by_meaning(draft, other) >= kSure) {
      at->second.push_back(drafts_[other].claim);
    }
  }
  return at->second;
}

}  // namespace factbox::factboxes
