/// \file
/// What two sides tell of one matter, for programs and for people.
#pragma once

#include <span>
#include <string>

#include "statements/read_report.h"
#include "stories/comparison.h"

namespace factbox::outputs {

/// Two sides, and how they stand to each other.
struct ComparedSides {
  std::string first, second;  ///< how people call them: their files
  std::span<const stories::Matter> matters;
  std::span<const statements::ReadReport> reports;  ///< of both
};

/// A line of JSON a matter: docs/schemas/comparison.schema.json.
[[nodiscard]] std::string comparison_as_json_lines(const ComparedSides& compared);

/// For a person: what differs, what both say, what one says alone, each with who says it.
[[nodiscard]] std::string comparison_as_text(const ComparedSides& compared);

}  // namespace factbox::outputs
