/// \file
/// Lines by what they are about.
#pragma once

#include <string>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// A section to be: which drafts, in which order, under which heading.
struct SectionPlan {
  std::string kind;  ///< of the fixed headings: "happened", "topic", "background", …
  std::string heading;
  std::vector<std::size_t> drafts;
};

/// Puts the chosen drafts in sections, in the order of a page about talks or about an incident,
/// whichever the story's words speak for; the background last, oldest first.
///
/// A section that would be long is parted by topics: noun phrases that several of its lines have.
/// Sides of a contradiction stand next to each other.
[[nodiscard]] std::vector<SectionPlan> plan_sections(const Workbench& bench,
                                                     const std::vector<Draft>& drafts,
                                                     const std::vector<std::size_t>& chosen);

}  // namespace factbox::factboxes
