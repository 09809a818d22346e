#include "factboxes/layout/claim_counts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace factbox::factboxes {

ClaimCounts count_claims(const Workbench& bench, const ClaimsPlaced& placed) {
  std::map<std::uint32_t, std::size_t> draft_of;
  for (std::size_t i = 0; i < placed.drafts.size(); ++i) {
    draft_of.emplace(placed.drafts[i].claim, i);
  }
  const std::set<std::size_t> shown(placed.chosen.begin(), placed.chosen.end());
  const auto why = [&](std::uint32_t index) -> std::optional<std::string> {
    const auto& claim = bench.story.claims[index];
    const auto draft = draft_of.find(index);
    if (draft != draft_of.end() && shown.contains(draft->second)) {
      return std::nullopt;
    }
    if (claim.superseded_by) {
      return "outdated";
    }
    if (bench.statement(claim.representative).confidence < bench.options.min_confidence) {
      return "unsure";
    }
    if (draft == draft_of.end()) {
      return "not_alone";
    }
    if (placed.withheld.contains(index)) {
      return "rules";
    }
    const bool again = std::any_of(shown.begin(), shown.end(), [&](std::size_t other) {
      return placed.tells_again(draft->second, other);
    });
    return again ? "told_twice" : "less_news";
  };
  std::map<std::string, std::uint32_t> left_out;
  ClaimCounts counts;
  for (std::uint32_t i = 0; i < bench.story.claims.size(); ++i) {
    ++counts.found;
    if (const auto reason = why(i)) {
      ++left_out[*reason];
    } else {
      ++counts.shown;
    }
  }
  for (const auto& [reason, count] : left_out) {
    counts.left_out.push_back({reason, count});
  }
  return counts;
}

}  // namespace factbox::factboxes
