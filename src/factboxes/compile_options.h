/// \file
/// What is asked of a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/instant.h"
#include "base/zone.h"

namespace factbox::factboxes {

struct CompileOptions {
  std::optional<Instant> as_of;  ///< none: as of the newest report
  std::size_t max_lines = 30;
  double min_confidence = 0.5;
  Zone timezone;              ///< in which the page prints times
  std::uint32_t undated = 0;  ///< reports of the story left out because they have no date
};

}  // namespace factbox::factboxes
