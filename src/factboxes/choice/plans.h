/// \file
/// Plans that are over: their day is past, or a newer report tells that they were carried out.
#pragma once

#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// Marks the drafts that tell as still to come what, at the page's moment, isn't, and takes most of
/// their worth: "the two will meet on 15 April" on a page of the 20th, or beside "the two met".
/// They stand under no heading of what is next.
void mark_plans_over(const Workbench& bench, std::vector<Draft>& drafts);

}  // namespace factbox::factboxes
