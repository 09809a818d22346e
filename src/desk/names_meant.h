/// \file
/// Names among the words that a story is asked for by: a story without them isn't the one meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"
#include "stories/lexicon.h"

namespace factbox::desk {

/// The names among `words` that the story of the reports `taken` doesn't have, as they were typed:
/// none of its titles and not one in five of its texts. A name is what the lexicon knows by
/// several forms, and what is typed with a capital and never stands small in `reports`.
[[nodiscard]] std::vector<std::string> names_missing(std::string_view words,
                                                     std::span<const reports::ReportPtr> taken,
                                                     std::span<const reports::ReportPtr> reports,
                                                     const stories::Lexicon& lexicon);

}  // namespace factbox::desk
