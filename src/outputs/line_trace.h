/// \file
/// A line's trace: the exact words of the reports that it rests on.
#pragma once

#include <span>
#include <string>

#include "base/zone.h"
#include "factboxes/factbox.h"

namespace factbox::outputs {

/// Some lines of one page.
struct TracedLines {
  const factboxes::Factbox& page;
  std::span<const factboxes::Line* const> lines;
  const Zone& zone;  ///< in which times are printed
};

/// Each line, and below it every piece of evidence: what of the line it vouches for, the report,
/// the bytes, and the report's sentence with the words that were used in square brackets.
[[nodiscard]] std::string traces_as_text(const TracedLines& traced);

/// A line of JSON a line: id, text, and its evidence with the sentence around it and the report
/// that holds it (docs/formats.md).
[[nodiscard]] std::string traces_as_json_lines(const TracedLines& traced);

}  // namespace factbox::outputs
