/// \file
/// From a story's claims to drafts of lines.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "factboxes/compile.h"
#include "factboxes/draft.h"

namespace factbox::factboxes {

/// What compiling works on; owns nothing.
struct Desk {
  const stories::Story& story;
  std::span<const statements::ReadReport> reports;
  const reports::Outlets& outlets;
  const HouseStyle& style;
  const CompileOptions& options;
  const People& people;
  const StoryWords& words;
  std::optional<Instant> as_of;  ///< the page's moment; none where no report has a date

  [[nodiscard]] const statements::Statement& statement(stories::StatementRef ref) const {
    return reports[ref.report].statements[ref.statement];
  }
};

/// Words the claims that speak most of what the story is about, all claims of contradictions among
/// them, best first. Each takes the wording of its representative, or of the first other statement
/// that makes a whole line. Claims replaced by later ones, those below the confidence wanted and
/// those that no wording makes whole are left out.
[[nodiscard]] std::vector<Draft> gather_drafts(const Desk& desk, const stories::Lexicon& lexicon);

}  // namespace factbox::factboxes
