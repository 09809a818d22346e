/// \file
/// From a story to its page.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

#include "factboxes/factbox.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::factboxes {

struct CompileOptions {
  std::optional<Instant> as_of;  ///< none: as of the newest report
  std::size_t max_lines = 30;
  double min_confidence = 0.5;
  std::chrono::minutes timezone{0};  ///< offset from UTC in which the page prints times
};

/// Compiles the page. `reports` is the span that the story's indexes count in; reports published
/// after `as_of` must not be in the story. Same input, same page, byte for byte.
[[nodiscard]] Factbox compile(const stories::Story& story,
                              std::span<const statements::ReadReport> reports,
                              const CompileOptions& options);

}  // namespace factbox::factboxes
