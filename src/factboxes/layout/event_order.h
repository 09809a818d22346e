/// \file
/// In which order a page tells what happened.
#pragma once

#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/layout/sections.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Puts the lines of events in order, the newest first: by the day on which it happened, or where
/// that isn't told (or lies behind the page's moment, and so is another event's) by the day of the
/// first report. Lines without either come last; equals stay as they were.
void order_events(const Workbench& bench, const std::vector<Draft>& drafts,
                  std::vector<SectionPlan>& plans);

}  // namespace factbox::factboxes
