/// \file
/// What a running story is called where somebody chooses one.
#pragma once

#include <span>
#include <string>

#include "reports/report.h"
#include "stories/story_stream.h"

namespace factbox::stories {

/// Its title; where its reports have none, the first sentence of the first one that has a text,
/// without the place and agency before it. `reports` are those that the story numbers.
[[nodiscard]] std::string name_of(const RunningStory& story,
                                  std::span<const reports::ReportPtr> reports);

}  // namespace factbox::stories
