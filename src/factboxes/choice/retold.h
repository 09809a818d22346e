/// \file
/// How many reports tell the like.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "factboxes/story_words.h"

namespace factbox::factboxes {

/// One statement, as far as it can be met in other reports.
struct Telling {
  std::uint32_t report = 0;
  std::vector<Term> terms;  ///< sorted, each once
};

/// How near other reports come to a telling.
struct Retold {
  double alike = 0;    ///< the likeness of the nearest telling of each other report, on average
  double nearest = 0;  ///< the likeness of the nearest of all
};

/// For each telling, how the other reports tell the like; `reports` is how many the story has.
/// Likeness is the share of the two tellings' words that both have, rare words counting more. Words
/// that very many tellings have bring none together, so the cost stays near linear.
[[nodiscard]] std::vector<Retold> find_retold(std::span<const Telling> tellings,
                                              std::size_t reports);

}  // namespace factbox::factboxes
