/// \file
/// Look-alike events told apart by words that are rare among their own reports.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/report_vector.h"

namespace factbox::stories {

struct PartingOptions {
  double between = 0.33;   ///< likeness of the halves, at most, as a share of that within them
  double deeper = 0.8;     ///< what is left of that share when a half is parted again
  std::size_t least = 2;   ///< reports of the smaller half
  std::size_t most = 192;  ///< reports of what may still be parted
};

/// Parts reports that were taken for one story, if they tell several events: the number of each
/// report's event, that of the first being 0.
///
/// The words of titles and leads weigh by how rare they are among these reports: what all have
/// tells nothing (two robberies in one town), what one alone has is chance. The tree of mean
/// likeness is cut in two at its root, and each half again, where the halves have little in common.
/// Cost: by the square of how many reports there are.
[[nodiscard]] std::vector<std::uint32_t> part(std::span<const ReportVector* const> reports,
                                              const PartingOptions& options = {});

}  // namespace factbox::stories
