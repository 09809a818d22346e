#include "outputs/running_stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <vector>

#include "outputs/readable.h"
#include "stories/origins.h"

namespace factbox::outputs {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kTitleBytes = 70;

std::string origin_of(const PlacedReports& placed, std::uint32_t report) {
  const std::uint32_t first = placed.placements[report].origin;
  return stories::origin_id(placed.reports[first]->id);
}

/// The origins of a story's reports, in the order in which they came.
std::vector<std::pair<std::string, std::vector<std::string>>> origins_of(
    const PlacedReports& placed, const stories::RunningStory& story) {
  std::vector<std::pair<std::string, std::vector<std::string>>> origins;
  for (const std::uint32_t report : story.reports) {
    const std::string origin = origin_of(placed, report);
    auto at = std::find_if(origins.begin(), origins.end(),
                           [&](const auto& known) { return known.first == origin; });
    if (at == origins.end()) at = origins.insert(origins.end(), {origin, {}});
    at->second.push_back(placed.reports[report]->id);
  }
  return origins;
}

std::string dump(const ordered_json& line) {
  return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

/// At most so many bytes, cut between words and marked.
std::string shortened(std::string title) {
  if (title.size() <= kTitleBytes) return title;
  const auto space = title.rfind(' ', kTitleBytes);
  title.resize(space == std::string::npos || space == 0 ? 0 : space);
  return title + "\u2026";
}

}  // namespace

std::string stories_as_json_lines(const PlacedReports& placed) {
  std::string lines;
  for (const stories::RunningStory& story : placed.stories) {
    ordered_json line;
    line["story"] = story.id;
    line["title"] = story.title;
    line["reports"] = ordered_json::array();
    for (const std::uint32_t report : story.reports) {
      line["reports"].push_back(placed.reports[report]->id);
    }
    line["origins"] = ordered_json::array();
    for (auto& [origin, reports] : origins_of(placed, story)) {
      line["origins"].push_back({{"origin", origin}, {"reports", reports}});
    }
    line["first"] = story.first ? ordered_json(to_iso(*story.first)) : ordered_json();
    line["last"] = story.last ? ordered_json(to_iso(*story.last)) : ordered_json();
    lines += dump(line);
  }
  return lines;
}

std::string assignment_as_json_line(const PlacedReports& placed, std::uint32_t report) {
  ordered_json line;
  line["id"] = placed.reports[report]->id;
  line["story"] = placed.stories[placed.placements[report].story].id;
  line["origin"] = origin_of(placed, report);
  return dump(line);
}

std::string stories_as_table(const PlacedReports& placed) {
  std::vector<std::uint32_t> order(placed.stories.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& first = placed.stories[a];
    const auto& second = placed.stories[b];
    if (first.last != second.last) return first.last > second.last;
    return first.reports.size() > second.reports.size();
  });
  std::string table = fmt::format("{:<10}  {:<10}  {:>7}  {:>7}  {:<20}  {}\n", "first", "last",
                                  "reports", "origins", "story", "about");
  for (const std::uint32_t index : order) {
    const stories::RunningStory& story = placed.stories[index];
    std::set<std::uint32_t> origins;
    for (const std::uint32_t report : story.reports) {
      origins.insert(placed.placements[report].origin);
    }
    table += fmt::format("{:<10}  {:<10}  {:>7}  {:>7}  {:<20}  {}\n",
                         story.first ? to_iso_day(*story.first) : "undated",
                         story.last ? to_iso_day(*story.last) : "", story.reports.size(),
                         origins.size(), story.id, shortened(readable(story.title)));
  }
  return table;
}

}  // namespace factbox::outputs
