/// \file
/// Who cites whom in a story: for people, for programs, and as a drawing.
#pragma once

#include <span>
#include <string>

#include "base/zone.h"
#include "statements/read_report.h"
#include "stories/source_graph.h"
#include "stories/story.h"

namespace factbox::outputs {

/// A story's graph with what it was made of.
struct TracedOrigins {
  const stories::Story& story;
  const stories::SourceGraph& graph;
  std::span<const statements::ReadReport> reports;
  const Zone& zone;  ///< in which times are printed
};

/// For each outlet that others rest on: who does, in how many reports, and the words that say so.
[[nodiscard]] std::string origins_as_text(const TracedOrigins& traced);

/// One object: story, title, origins, outlets, and an arrow for each pair of outlets, with the
/// reports and the exact bytes that it rests on (docs/formats.md).
[[nodiscard]] std::string origins_as_json(const TracedOrigins& traced);

/// SVG 1.1, readable without a script or a style sheet from elsewhere: outlets that rest on nobody
/// at the left, each other to the right of all that it rests on, arrows to whom it has its news
/// from. Its title, description and tooltips tell the same in words (WAI-ARIA, `role="img"`).
[[nodiscard]] std::string origins_as_svg(const TracedOrigins& traced);

}  // namespace factbox::outputs
