/// \file
/// How many claims there were, and why not all of them are on the page.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// What became of a story's claims.
struct ClaimsPlaced {
  const std::vector<Draft>& drafts;
  const std::vector<std::size_t>& chosen;   ///< indexes of drafts
  const std::set<std::uint32_t>& withheld;  ///< claims whose lines broke a rule
  /// True where the one draft tells what the other does; asked for drafts that weren't chosen.
  std::function<bool(std::size_t, std::size_t)> tells_again;
};

/// Counts every claim of the story once, by the first reason that holds: overtaken by a later one,
/// read too unsurely, no line that stands alone, withheld, told by a line of the page already, of
/// less worth than the lines shown. Reasons in the order of their names; those without a claim are
/// left out.
[[nodiscard]] ClaimCounts count_claims(const Workbench& bench, const ClaimsPlaced& placed);

}  // namespace factbox::factboxes
