/// \file
/// How many stand behind a claim who know it by themselves.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace factbox::stories {

/// That a claim stands in one outlet's report, and whom that outlet has it from.
struct Carrier {
  std::string origin;  ///< the name of the origin of the report that carries it
  std::string from;    ///< the outlet that the statement itself leads back to; empty: none
};

/// The names of the independent origins of one claim, sorted.
///
/// Who has it from another adds nothing to that one. Two outlets that have it only from each
/// other are none: the claim is circular. The order of `carriers` doesn't matter.
[[nodiscard]] std::vector<std::string> independent_origins(std::span<const Carrier> carriers);

}  // namespace factbox::stories
