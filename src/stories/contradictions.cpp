#include "stories/contradictions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kMostClaims = 12;  // in one contradiction: what has more is no one matter

/// The claims that clash with each other directly or through others, the least number first.
std::vector<std::vector<std::uint32_t>> groups_of(
    const std::map<std::uint32_t, std::set<std::uint32_t>>& clashing) {
  std::vector<std::vector<std::uint32_t>> groups;
  std::set<std::uint32_t> seen;
  for (const auto& [start, others] : clashing) {
    if (!seen.insert(start).second) {
      continue;
    }
    std::vector<std::uint32_t> group{start};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const std::uint32_t other : clashing.at(group[i])) {
        if (seen.insert(other).second) {
          group.push_back(other);
        }
      }
    }
    std::sort(group.begin(), group.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<std::vector<std::uint32_t>> sides_of(
    const std::vector<std::uint32_t>& group,
    const std::map<std::uint32_t, std::set<std::uint32_t>>& clashing) {
  std::vector<std::vector<std::uint32_t>> sides;
  for (const std::uint32_t claim : group) {
    const auto& against = clashing.at(claim);
    const auto fits = std::find_if(sides.begin(), sides.end(), [&](const auto& side) {
      return std::none_of(side.begin(), side.end(),
                          [&](std::uint32_t other) { return against.contains(other); });
    });
    if (fits == sides.end()) {
      sides.push_back({claim});
    } else {
      fits->push_back(claim);
    }
  }
  return sides;
}

}  // namespace

std::vector<Contradiction> join_clashes(std::vector<Clash> clashes, std::span<const Claim> claims) {
  std::sort(clashes.begin(), clashes.end());
  std::map<ContradictionKind, std::map<std::uint32_t, std::set<std::uint32_t>>> by_kind;
  for (const Clash& clash : clashes) {
    by_kind[clash.kind][clash.first].insert(clash.second);
    by_kind[clash.kind][clash.second].insert(clash.first);
  }
  std::vector<Contradiction> contradictions;
  for (const auto& [kind, clashing] : by_kind) {
    for (const auto& group : groups_of(clashing)) {
      if (group.size() > kMostClaims) {
        continue;
      }
      Contradiction contradiction;
      contradiction.kind = kind;
      contradiction.sides = sides_of(group, clashing);
      const auto first =
          std::find_if(clashes.begin(), clashes.end(), [&, k = kind](const Clash& clash) {
            return clash.kind == k && clash.first == group.front();
          });
      if (first != clashes.end()) {
        contradiction.about = first->about;
      }
      std::string ids;
      for (const std::uint32_t claim : group) {
        ids += claims[claim].id + '\n';
      }
      contradiction.id = "contradiction-" + hex16(stable_hash(ids)).substr(0, 12);
      contradictions.push_back(std::move(contradiction));
    }
  }
  std::stable_sort(contradictions.begin(), contradictions.end(),
                   [](const Contradiction& a, const Contradiction& b) {
                     return a.sides.front().front() < b.sides.front().front();
                   });
  return contradictions;
}

}  // namespace factbox::stories
