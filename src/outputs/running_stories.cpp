#include "outputs/running_stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <vector>

#include "base/letters.h"
#include "outputs/readable.h"
#include "stories/origins.h"
#include "stories/story_name.h"

namespace factbox::outputs {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kNarrow = 100;     // in fewer letters a table has fewer columns
constexpr std::size_t kFewColumns = 41;  // letters before what a story is about, then
constexpr std::size_t kColumns = 76;     // letters before what a story is about
constexpr std::size_t kLeastAbout = 12;  // of them, however narrow the terminal

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
    if (at == origins.end()) {
      at = origins.insert(origins.end(), {origin, {}});
    }
    at->second.push_back(placed.reports[report]->id);
  }
  return origins;
}

/// The outlets of a story's reports by name, each once, in the order in which they came.
std::vector<std::string> outlets_of(const PlacedReports& placed,
                                    const stories::RunningStory& story) {
  std::vector<std::string> outlets;
  for (const std::uint32_t report : story.reports) {
    const std::string& outlet = placed.reports[report]->outlet;
    if (!outlet.empty() && std::ranges::count(outlets, outlet) == 0) {
      outlets.push_back(outlet);
    }
  }
  return outlets;
}

/// From when on a report is new: a day before the last of all.
std::optional<Instant> new_from(const PlacedReports& placed) {
  std::optional<Instant> last;
  for (const stories::RunningStory& story : placed.stories) {
    last = std::max(last, story.last);
  }
  return last ? std::optional{*last - std::chrono::hours{24}} : last;
}

/// A story's reports that are new, in the order in which they came.
std::vector<std::string> new_of(const PlacedReports& placed, const stories::RunningStory& story,
                                const std::optional<Instant>& from) {
  std::vector<std::string> fresh;
  for (const std::uint32_t report : story.reports) {
    const auto& published = placed.reports[report]->published_at;
    if (from && published && published->first > *from) {
      fresh.push_back(placed.reports[report]->id);
    }
  }
  return fresh;
}

std::string dump(const ordered_json& line) {
  return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

/// The stories that are shown, in the order in which they began.
std::vector<std::uint32_t> listed(const PlacedReports& placed, const StoryListing& listing) {
  std::vector<std::uint32_t> order(placed.stories.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto size = [&](std::uint32_t story) { return placed.stories[story].reports.size(); };
  std::erase_if(order, [&](std::uint32_t story) { return size(story) < listing.min_reports; });
  if (listing.top > 0 && listing.top < order.size()) {
    std::ranges::stable_sort(order, std::greater{}, size);
    order.resize(listing.top);
    std::ranges::sort(order);
  }
  return order;
}

/// How the table is ordered.
void sort_for_people(const PlacedReports& placed, const StoryListing& listing,
                     std::vector<std::uint32_t>& order) {
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const auto& first = placed.stories[a];
    const auto& second = placed.stories[b];
    const bool by_size = listing.top > 0 && first.reports.size() != second.reports.size();
    return !by_size && first.last != second.last ? first.last > second.last
                                                 : first.reports.size() > second.reports.size();
  });
}

}  // namespace

std::string stories_as_json_lines(const PlacedReports& placed, const StoryListing& listing) {
  std::string lines;
  const auto from = new_from(placed);
  for (const std::uint32_t index : listed(placed, listing)) {
    const stories::RunningStory& story = placed.stories[index];
    ordered_json line;
    line["story"] = story.id;
    line["title"] = stories::name_of(story, placed.reports);
    if (story.title.empty()) {
      line["title_from"] = "text";
    }
    line["reports"] = ordered_json::array();
    for (const std::uint32_t report : story.reports) {
      line["reports"].push_back(placed.reports[report]->id);
    }
    line["origins"] = ordered_json::array();
    for (auto& [origin, reports] : origins_of(placed, story)) {
      line["origins"].push_back({{"origin", origin}, {"reports", reports}});
    }
    line["outlets"] = outlets_of(placed, story);
    line["new"] = new_of(placed, story, from);
    line["first"] = story.first ? ordered_json(to_iso(*story.first)) : ordered_json();
    line["last"] = story.last ? ordered_json(to_iso(*story.last)) : ordered_json();
    lines += dump(line);
  }
  return lines;
}

std::string assignments_as_json_lines(const PlacedReports& placed, std::size_t first_event) {
  const auto& stories = placed.stories;
  const auto events = placed.events.subspan(first_event);
  const auto last = static_cast<std::uint32_t>(placed.placements.size() - 1);
  const auto line_of = [&](std::uint32_t report, std::uint32_t story) {
    return ordered_json{{"id", placed.reports[report]->id},
                        {"story", stories[story].id},
                        {"origin", origin_of(placed, report)}};
  };
  // Where the last report was put before any of the events moved it.
  std::uint32_t arrived_in = placed.placements[last].story;
  for (const auto& event : std::views::reverse(events)) {
    if (std::ranges::find(event.reports, last) != event.reports.end()) {
      arrived_in = event.other;
    }
  }
  std::string lines = dump(line_of(last, arrived_in));
  for (const stories::StoryEvent& event : events) {
    for (const std::uint32_t report : event.reports) {
      ordered_json line = line_of(report, event.story);
      line["moved"] = stories::name_of(event.kind);
      lines += dump(line);
    }
  }
  return lines;
}

std::string events_as_json_lines(const PlacedReports& placed, std::size_t first_event) {
  const auto& stories = placed.stories;
  std::string lines;
  for (const stories::StoryEvent& event : placed.events.subspan(first_event)) {
    ordered_json line;
    line["event"] = stories::name_of(event.kind);
    line["story"] = stories[event.story].id;
    line[event.kind == stories::StoryEvent::Kind::joined ? "with" : "from"] =
        stories[event.other].id;
    line["after"] = placed.reports[event.after]->id;
    line["reports"] = ordered_json::array();
    for (const std::uint32_t report : event.reports) {
      line["reports"].push_back(placed.reports[report]->id);
    }
    lines += dump(line);
  }
  return lines;
}

std::string stories_as_table(const PlacedReports& placed, const StoryListing& listing) {
  auto order = listed(placed, listing);
  sort_for_people(placed, listing, order);
  const bool narrow = listing.width < kNarrow;
  const auto columns = narrow ? kFewColumns : kColumns;
  const auto about = std::max(listing.width, columns + kLeastAbout) - columns;
  const auto row = [narrow](const auto& first, const auto& last, const auto& reports,
                            const auto& outlets, const auto& origins, const auto& fresh,
                            std::string_view id, const std::string& title) {
    return narrow ? fmt::format("{:<10}  {:>7}  {:<18}  {}\n", last, reports, id, title)
                  : fmt::format("{:<10}  {:<10}  {:>7}  {:>7}  {:>7}  {:>3}  {:<18}  {}\n", first,
                                last, reports, outlets, origins, fresh, id, title);
  };
  const auto from = new_from(placed);
  std::string table =
      row("first", "last", "reports", "outlets", "origins", "new", "story", "about");
  for (const std::uint32_t index : order) {
    const stories::RunningStory& story = placed.stories[index];
    std::set<std::uint32_t> origins;
    for (const std::uint32_t report : story.reports) {
      origins.insert(placed.placements[report].origin);
    }
    table +=
        row(story.first ? to_iso_day(*story.first) : "undated",
            story.last ? to_iso_day(*story.last) : "", story.reports.size(),
            outlets_of(placed, story).size(), origins.size(), new_of(placed, story, from).size(),
            story.id, shortened(readable(stories::name_of(story, placed.reports)), about));
  }
  const auto all = static_cast<std::size_t>(std::ranges::count_if(
      placed.stories, [](const stories::RunningStory& story) { return !story.reports.empty(); }));
  if (const auto left = all - order.size(); left > 0) {
    table += fmt::format("{} smaller {} not shown\n", left, left == 1 ? "story is" : "stories are");
  }
  return table;
}

}  // namespace factbox::outputs
