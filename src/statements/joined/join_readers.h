/// \file
/// What rules found and what the trained network proposes, joined.
#pragma once

#include <span>

#include "readers/network/network.h"
#include "statements/joined/nesting.h"

namespace factbox::statements {

/// Joins `proposals`, in the order of their cues, with what rules found and settled.
///
/// Where both speak of one cue, rules say who stands in the chain; words and source come from the
/// network where it was measured to be right more often. What it alone proposes is added, and lies
/// within a rule's words at most: it makes no other attribution's chain longer. That is an `aside`
/// unless source and words are as sound as a rule would want them. A cue that only the rules find,
/// and that they aren't sure of, is dropped.
[[nodiscard]] Nesting join_readers(const Reading& reading,
                                   std::span<const readers::Proposal> proposals, Nesting by_rules);

}  // namespace factbox::statements
