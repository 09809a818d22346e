/// \file
/// What is done to a parse once all its arcs are there.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/networks/parser.h"

namespace factbox::language {

/// One thread's working set for trees.
struct TreeMemory {
  std::vector<std::uint32_t> first_child, children, next_moved, first_moved, last_moved, queue;
  std::vector<std::uint32_t> left_edge;
  std::vector<std::uint8_t> start;
};

/// Gives lifted arcs their true heads: the nearest token below the present head whose arc has the
/// label that the arc was lifted from; level by level, from left to right. Where there is none,
/// the head stays. `is_space` marks tokens of white space, which are no heads.
///
/// The search looks at no more than kMostLookedAt tokens for an arc, more than any sentence has,
/// so that a text without ends of sentences costs no square of its length.
void lower_lifted_arcs(std::span<Arc> arcs, std::span<const std::uint8_t> is_space,
                       TreeMemory& memory);
inline constexpr std::uint32_t kMostLookedAt = 4'096;

/// Marks in `starts` the tokens at which a sentence starts: the leftmost below each root.
void find_sentence_starts(std::span<const Arc> arcs, std::span<std::uint8_t> starts,
                          TreeMemory& memory);

}  // namespace factbox::language
