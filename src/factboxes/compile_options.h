/// \file
/// What is asked of a page.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/instant.h"

namespace factbox::factboxes {

struct CompileOptions {
  std::optional<Instant> as_of;  ///< none: as of the newest report
  std::size_t max_lines = 30;
  double min_confidence = 0.5;
  std::chrono::minutes timezone{0};  ///< offset from UTC in which the page prints times
  std::uint32_t undated = 0;         ///< reports left out because they have no date
};

}  // namespace factbox::factboxes
