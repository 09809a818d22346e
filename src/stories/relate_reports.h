/// \file
/// How the claims of two reports stand to each other: `factbox relate`.
#pragma once

#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/relation.h"

namespace factbox::stories {

/// Relates two reports of a sentence or a few each, by the same code that joins claims. A report
/// in which no statement was found is taken as one whole.
[[nodiscard]] Related relate_reports(const statements::ReadReport& first,
                                     const statements::ReadReport& second,
                                     const reports::Outlets& outlets, const Lexicon& lexicon);

}  // namespace factbox::stories
