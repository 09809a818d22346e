/// \file
/// `expect line` and `expect page`: what a page says of the case's reports, taken as one story.
#pragma once

#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

/// The lines of the page, in order: `reads` (the text as printed), `under` (the heading of its
/// section), `flags`, `part` (lead, point, background), `history` of its figures.
[[nodiscard]] std::vector<FoundBlock> find_line_blocks(const CaseWorld& world);

/// The page as a whole: `title`, `sections` (their headings), `people`, `against` (how many
/// contradictions), `withheld` (the rules by which lines were).
[[nodiscard]] std::vector<FoundBlock> find_page_blocks(const CaseWorld& world);

}  // namespace factbox::cases
