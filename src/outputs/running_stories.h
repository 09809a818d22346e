/// \file
/// Running stories found in a stream, for programs and for people.
#pragma once

#include <span>
#include <string>

#include "reports/report.h"
#include "stories/story_stream.h"

namespace factbox::outputs {

/// The stories that a stream found, with the reports that they number, in order of arrival.
struct PlacedReports {
  std::span<const stories::RunningStory> stories;
  std::span<const stories::Placement> placements;
  std::span<const reports::ReportPtr> reports;
};

/// One line of JSON a story, in the order in which they began: its reports, and which of them have
/// one wording.
[[nodiscard]] std::string stories_as_json_lines(const PlacedReports& placed);

/// One line of JSON: the story and the origin that a report was given on arrival.
[[nodiscard]] std::string assignment_as_json_line(const PlacedReports& placed,
                                                  std::uint32_t report);

/// A table, the latest story first: when, how many reports and origins, what about, id.
[[nodiscard]] std::string stories_as_table(const PlacedReports& placed);

}  // namespace factbox::outputs
