/// \file
/// Running stories found in a stream, for programs and for people.
#pragma once

#include <cstddef>
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
  std::span<const stories::StoryEvent> events{};
};

/// Which stories are shown, and how wide.
struct StoryListing {
  std::size_t top = 0;          ///< so many of the largest; 0: all
  std::size_t min_reports = 1;  ///< those with fewer are left out
  std::size_t width = 146;      ///< letters in a line of the table
};

/// One line of JSON a story, in the order in which they began: its reports, which of them have one
/// wording, its outlets, and which reports are new: published within a day of the last of all
/// stories. A story whose reports have no titles goes by its first sentence.
[[nodiscard]] std::string stories_as_json_lines(const PlacedReports& placed,
                                                const StoryListing& listing = {});

/// One line of JSON: the story and the origin that the report that came last was given on arrival.
/// Then one for each report that events from `first_event` on gave another story.
[[nodiscard]] std::string assignments_as_json_lines(const PlacedReports& placed,
                                                    std::size_t first_event);

/// One line of JSON an event, from `first_event` on: stories that became one, or one that became
/// two.
[[nodiscard]] std::string events_as_json_lines(const PlacedReports& placed,
                                               std::size_t first_event);

/// A table, the latest story first, or the largest where only those are shown: when, how many
/// reports, outlets and origins, how many new ones, id, what about. A narrow one leaves out some.
/// Below it, how many stories were left out.
[[nodiscard]] std::string stories_as_table(const PlacedReports& placed,
                                           const StoryListing& listing = {});

}  // namespace factbox::outputs
