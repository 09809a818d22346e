/// \file
/// Who cites whom in a story: outlets, and the roads by which news went from one to another.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::stories {

/// An outlet or agency: one that published reports of the story, or one that these only name.
struct GraphOutlet {
  std::string name;                  ///< of a report whose publisher is unknown, its title or id
  std::vector<ReportIndex> reports;  ///< that it published; none: known by name only
  std::size_t own = 0;               ///< of these, so many that rest on nobody as a whole
  std::uint32_t depth = 0;  ///< steps to an outlet that rests on nobody; circles count once
};

/// Where a report's words say whom they rest on.
struct Citation {
  ReportIndex report = 0;
  Field field = Field::text;
  ByteRange span;  ///< the words that name the other
};

/// That one outlet rests on another, and in what.
struct GraphArrow {
  std::uint32_t from = 0;            ///< index of the outlet that takes
  std::uint32_t to = 0;              ///< and of the one that it takes from
  std::vector<ReportIndex> copies;   ///< reports of `from` that have the wording of `to`'s
  std::vector<ReportIndex> credits;  ///< that say they are its copy
  std::vector<ReportIndex> echoes;   ///< that retell it as a whole
  std::vector<Citation> citations;   ///< statements of single reports that name it
};

/// The graph behind the counts of origins (RULES 16).
struct SourceGraph {
  std::vector<GraphOutlet> outlets;  ///< those that others rest on first, then by reports and name
  std::vector<GraphArrow> arrows;    ///< by `to`, then `from`
};

/// The graph of one story, as compile_story made it of these reports.
[[nodiscard]] SourceGraph source_graph(const Story& story,
                                       std::span<const statements::ReadReport> reports,
                                       const reports::Outlets& outlets);

}  // namespace factbox::stories
