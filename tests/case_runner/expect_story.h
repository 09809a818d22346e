/// \file
/// `expect story`: the running stories that the case's reports are placed in, as they come.
#pragma once

#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

/// Stories as fields:
/// - `holds`: its reports in order, by their numbers in the case ("1, 2, 5-9");
/// - `first`, `last`: the days of its dated reports, or `undated`;
/// - `origins`: how many wordings, copies counted once.
[[nodiscard]] std::vector<FoundBlock> find_story_blocks(const CaseWorld& world);

/// What became of stories:
/// - `what`: `joined` or `parted`;
/// - `moved`: the numbers of those that changed their story; `after`: of the one that came last.
[[nodiscard]] std::vector<FoundBlock> find_change_blocks(const CaseWorld& world);

}  // namespace factbox::cases
