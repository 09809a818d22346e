/// \file
/// One thing said by several, and how what they say stands to what others say.
#pragma once

#include <span>
#include <vector>

#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/origins.h"
#include "stories/proposition.h"
#include "stories/relation.h"
#include "stories/story.h"

namespace factbox::stories {

/// The claims of a story and what is between them.
struct Claims {
  std::vector<Claim> claims;             ///< by their first statements
  std::vector<ClaimRelation> relations;  ///< by claim
  std::vector<Contradiction> contradictions;
};

/// Joins statements that say the same, and tells what replaces, contains or contradicts what.
///
/// Counts the independent origins behind each claim: ten papers with one agency's dispatch are
/// one; an outlet that only cites another adds nothing to it; two that cite only each other are
/// none. `origins` grows by outlets that are known by name only.
[[nodiscard]] Claims find_claims(std::span<const statements::ReadReport> reports,
                                 std::span<const Carriage> carriage,
                                 const reports::Outlets& outlets, const Lexicon& lexicon,
                                 Origins& origins);

}  // namespace factbox::stories
