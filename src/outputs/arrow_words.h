/// \file
/// What a graph of who cites whom says of an outlet and of an arrow, in words.
#pragma once

#include <string>

#include "stories/source_graph.h"
#include "stories/story.h"

namespace factbox::outputs {

/// "1 copy, 2 credits, retells it in 1 report, names it in 3 places".
[[nodiscard]] std::string in_words(const stories::GraphArrow& arrow);

/// "3 reports, 2 of them its own work", or that no report of it is here.
[[nodiscard]] std::string standing_of(const stories::GraphOutlet& outlet);

/// "9 reports of 5 outlets, 2 origins", and which outlets only cite each other.
[[nodiscard]] std::string summary_of(const stories::Story& story,
                                     const stories::SourceGraph& graph);

}  // namespace factbox::outputs
