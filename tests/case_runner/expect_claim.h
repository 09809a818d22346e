/// \file
/// `expect claim`: what the case's reports, taken as one story, claim together.
#pragma once

#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

/// Claims as fields:
/// - `says`: the wording that stands for all, a piece each;
/// - `by`: the words that name who says it, in that wording;
/// - `carried`: the outlets of the reports that have it, in order;
/// - `origins`: how many independent ones;
/// - `against`: the wordings that it contradicts; `clash`: in what (number, denial, scope …);
/// - `replaced`: the wording of the later claim that takes its place; `corrected yes` where that
///   calls itself a correction.
[[nodiscard]] std::vector<FoundBlock> find_claim_blocks(const CaseWorld& world);

}  // namespace factbox::cases
