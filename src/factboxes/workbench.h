/// \file
/// What the rooms that make a page work on.
#pragma once

#include <optional>
#include <span>

#include "base/instant.h"
#include "factboxes/compile_options.h"
#include "factboxes/house_style.h"
#include "factboxes/people.h"
#include "factboxes/story_words.h"
#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// What compiling works on; owns nothing.
struct Workbench {
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

/// The moment that a page of the story stands at: the one asked for, else that of its newest
/// report; none where no report has a date.
[[nodiscard]] std::optional<Instant> moment_of(const stories::Story& story,
                                               std::span<const statements::ReadReport> reports,
                                               const CompileOptions& options);

}  // namespace factbox::factboxes
