/// \file
/// Which drafts become lines.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/repeats.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// A page that may have so many lines leaves none out for telling little news.
inline constexpr std::size_t kEveryLine = 10'000;

/// Chooses at most `options.max_lines` drafts and gives their indexes, in the order of choosing.
///
/// Each next one is that which is worth most, less what the page tells of it already: a fact counts
/// in full only the first time, whatever words it comes in, and so does a voice. What says the same
/// as a line chosen before is never chosen, but for the sides of a contradiction, which come
/// together or not at all. The page ends when it is full or when nothing is left that an editor
/// would miss. Claims in `withheld` are passed over.
[[nodiscard]] std::vector<std::size_t> choose(const Workbench& bench,
                                              const std::vector<Draft>& drafts, Repeats& repeats,
                                              const std::set<std::uint32_t>& withheld);

}  // namespace factbox::factboxes
