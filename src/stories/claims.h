/// \file
/// One thing said by several.
#pragma once

#include <span>
#include <vector>

#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/origins.h"
#include "stories/story.h"

namespace factbox::stories {

/// Joins statements that say the same. Statements without words of their own ("… he told
/// Reuters", where the words stand in another sentence) make no claim.
///
/// Counts the independent origins behind each claim: ten papers with one agency's dispatch are
/// one; an outlet that only cites another adds nothing to it; two that cite only each other are
/// none. `origins` grows by outlets that are known by name only.
[[nodiscard]] std::vector<Claim> join_claims(std::span<const statements::ReadReport> reports,
                                             std::span<const Carriage> carriage,
                                             const reports::Outlets& outlets, Origins& origins);

}  // namespace factbox::stories
