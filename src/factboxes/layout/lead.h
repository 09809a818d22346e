/// \file
/// What stands on top of a page.
#pragma once

#include <optional>
#include <vector>

#include "factboxes/layout/sections.h"

namespace factbox::factboxes {

struct Lead {
  std::optional<std::size_t> first;     ///< index of a draft
  std::vector<std::size_t> more;        ///< up to three
  std::vector<std::size_t> key_points;  ///< two to five, on pages of six lines and more
};

/// Picks what is going on now, among the drafts in their sections: events before words, sure, from
/// somebody named or borne out by several, undisputed where possible, of the story's words the most
/// and of the newest. What rests on one unnamed source never stands here (RULES 13).
[[nodiscard]] Lead pick_lead(const Workbench& bench, const std::vector<Draft>& drafts,
                             const std::vector<SectionPlan>& plans);

}  // namespace factbox::factboxes
