/// \file
/// From a story's claims to drafts of lines.
#pragma once

#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/ledger.h"
#include "factboxes/workbench.h"
#include "stories/lexicon.h"

namespace factbox::factboxes {

/// Words the claims that speak most of what the story is about, all claims of contradictions among
/// them, best first. Each takes the wording of its representative, or of the first other statement
/// that makes a whole line. Claims replaced by later ones, those below the confidence wanted and
/// those that no wording makes whole are left out.
[[nodiscard]] std::vector<Draft> gather_drafts(const Workbench& bench,
                                               const stories::Lexicon& lexicon,
                                               const Ledger& ledger);

}  // namespace factbox::factboxes
