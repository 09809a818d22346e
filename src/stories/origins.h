/// \file
/// Copies and echoes collapsed: where a story's reports come from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stories/shingles.h"
#include "stories/story.h"

namespace factbox::stories {

/// What is known of one report's road, in the order of reports::earlier.
struct Carriage {
  std::string report;     ///< its id
  std::string publisher;  ///< empty where unknown: then nobody can rest on it by name
  std::string credits;    ///< the agency whose copy it says it is
  std::string retells;    ///< the outlet that it retells as a whole
  Shingles wording;
};

/// Who rests on whom.
struct Origins {
  std::vector<Origin> origins;           ///< by the first report of each; those without last
  std::vector<OriginEdge> edges;         ///< by report
  std::vector<std::uint32_t> of_report;  ///< index in origins
  std::vector<bool> own_work;            ///< the report rests on no other and nobody by name
};

/// Follows every report back to where its wording or its news comes from.
///
/// A copy goes where the earlier report with its wording goes. Else a report goes to the agency
/// that it credits, else to the outlet that it retells, else it is its publisher's own work, and
/// all the own work of one publisher is one origin. An outlet that itself only retells leads
/// further; two that retell only each other are an origin that is circular and counts for nothing.
[[nodiscard]] Origins trace_origins(std::span<const Carriage> reports);

/// The id of the origin that goes by a name or, where it has none, by its first report's id.
[[nodiscard]] std::string origin_id(std::string_view name);

/// The index of the origin that goes by an outlet's name: the one that its own work makes, else
/// one added to `origins` by name only.
[[nodiscard]] std::uint32_t origin_named(std::string_view outlet, std::vector<Origin>& origins);

}  // namespace factbox::stories
