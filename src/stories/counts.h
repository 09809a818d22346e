/// \file
/// Whether two figures count one thing, and whether both can be right.
#pragma once

#include <span>

#include "stories/proposition.h"

namespace factbox::stories {

/// Both count one thing, as far as the words tell: the same kind of people or things by the same
/// event, not parted by what narrows them ("13 in Homs", "28 in Idlib").
[[nodiscard]] bool count_one_thing(const CountedThing& first, const CountedThing& second);

/// Both can be right at once. "More than 800" and 836 can; 21 and 19 can't; "at least 21" dead and
/// 19 dead can't, since it is said for the count as it stands.
[[nodiscard]] bool can_both_be(const CountedThing& first, const CountedThing& second);

/// The same value with the same bound: what must be equal where two sources share a line.
[[nodiscard]] bool equal_counts(const CountedThing& first, const CountedThing& second);

/// How the figures of two propositions stand to each other.
struct CountsCompared {
  std::size_t met = 0;      ///< pairs that count one thing and can both be
  std::size_t equal = 0;    ///< of these, pairs that are equal
  std::size_t clashes = 0;  ///< pairs that count one thing and can't both be
  std::size_t alone = 0;    ///< figures of either that have no partner
  bool grows = false;       ///< every clash has the greater value in the second
  bool shrinks = false;     ///< every clash has the greater value in the first
};

[[nodiscard]] CountsCompared compare_counts(std::span<const CountedThing> first,
                                            std::span<const CountedThing> second);

}  // namespace factbox::stories
