/// \file
/// Which attribution lies in which.
#pragma once

#include <cstdint>
#include <vector>

#include "statements/attribution.h"

namespace factbox::statements {

/// The attributions of a text in order of their cues, rivals settled, none in another's way.
struct Nesting {
  std::vector<Attribution> attributions;
  /// For each, the one whose content it lies in most closely; -1 where none.
  std::vector<std::int32_t> within;
};

/// Settles rivals (one cue, one attribution: the surest), parts those whose words overlap though
/// neither lies in the other, and finds what lies in what. Sentences with more than 64 cues keep
/// the first 64.
[[nodiscard]] Nesting nest(const Reading& reading, std::vector<Attribution> proposed);

}  // namespace factbox::statements
