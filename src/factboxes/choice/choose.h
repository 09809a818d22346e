/// \file
/// Which drafts become lines.
#pragma once

#include <set>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/draft_meanings.h"
#include "factboxes/choice/repeats.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Chooses at most `options.max_lines` drafts and gives their indexes, in the order of choosing.
///
/// Each next one is that which adds most to what the page tells of the story: telling words not yet
/// told, weighted by how good a line it makes; voices and reports not yet heard count as words. The
/// measure is submodular, so that choosing greedily is near the best. What says the same as a line
/// chosen before is never chosen, but for the sides of a contradiction, which come together or not
/// at all. A part of the lines is kept for the background. Claims in `withheld` are passed over.
[[nodiscard]] std::vector<std::size_t> choose(const Workbench& bench,
                                              const std::vector<Draft>& drafts,
                                              DraftMeanings& meanings, Repeats& repeats,
                                              const std::set<std::uint32_t>& withheld);

}  // namespace factbox::factboxes
