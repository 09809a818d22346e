/// \file
/// From the reports of one story to what they claim and where it comes from.
#pragma once

#include <span>
#include <string>

#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/story.h"

namespace factbox::stories {

/// Takes all the reports given for one story. They must stand in the order of reports::earlier:
/// the same reports then give the same story, byte for byte.
[[nodiscard]] Story compile_story(std::span<const statements::ReadReport> reports,
                                  const reports::Outlets& outlets, const Lexicon& lexicon);

/// The id of a story that begins with this report. It stays when others join.
[[nodiscard]] std::string story_id(const reports::Report& first);

}  // namespace factbox::stories
