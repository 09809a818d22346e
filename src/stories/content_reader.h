/// \file
/// Reads the words of one statement: its names, figures, days, who did what to whom.
#pragma once

#include "statements/read_report.h"
#include "stories/proposition.h"
#include "stories/word_keys.h"

namespace factbox::stories {

/// Adds to a proposition what the content of its statement tells, and nothing of who said it. Of a
/// content without end, the first words.
void read_content(const statements::ReadReport& report, const statements::Statement& statement,
                  WordKeys& keys, Proposition& to);

}  // namespace factbox::stories
