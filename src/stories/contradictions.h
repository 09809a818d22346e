/// \file
/// Claims that can't both be, set beside each other.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stories/story.h"

namespace factbox::stories {

/// Two claims that can't both be.
struct Clash {
  std::uint32_t first = 0, second = 0;  ///< indexes of claims, the first the lesser
  ContradictionKind kind = ContradictionKind::other;
  std::string about;  ///< words that both have
  friend auto operator<=>(const Clash&, const Clash&) = default;
};

/// Joins clashes of one kind that share a claim into contradictions of several sides; claims that
/// don't clash with each other stand on one side. No verdict, no order of worth: sides come by
/// their first claims. A contradiction's id is made from its claims' ids.
[[nodiscard]] std::vector<Contradiction> join_clashes(std::vector<Clash> clashes,
                                                      std::span<const Claim> claims);

}  // namespace factbox::stories
