/// \file
/// Which earlier report a report's wording was taken from.
#pragma once

#include <optional>

#include "stories/shingles.h"
#include "stories/story_index.h"

namespace factbox::stories {

/// An earlier report with the same wording, and how much of it.
struct CopyOf {
  ArrivalNumber report = 0;
  Overlap overlap;  ///< first: the new report; second: the earlier one
};

/// Finds the earlier report that most of a wording was taken from, or that was cut from it; of
/// equals the earliest. A report merged of two dispatches is a copy of the one that gave more.
///
/// Candidates share a part of the sketch; each is then compared run by run, so that nothing is
/// called a copy by chance. Cost: bounded by the length of the wording, whatever came before.
[[nodiscard]] std::optional<CopyOf> find_copy(const Shingles& wording, const WordingIndex& past,
                                              const CopyOptions& options = {});

}  // namespace factbox::stories
