/// \file
/// What a page is called.
#pragma once

#include <string>

#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// "FACTBOX: " and the noun phrase that most of the story's reports share ("US withdrawal from the
/// nuclear deal"), up to 64 characters; where no phrase does, its most frequent names. No word that
/// judges.
[[nodiscard]] std::string title_of(const Workbench& bench);

}  // namespace factbox::factboxes
