#include "stories/origins.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "stories/copies.h"
#include "stories/story_index.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

/// Where the road of a report leads by its own words: an outlet by name, or nowhere known.
struct Road {
  ReportIndex first = 0;  ///< the earliest report with this wording
  std::string leads_to;   ///< the outlet that the first copy credits or retells, or its publisher
  bool own_work = false;
};

std::vector<Road> follow_wordings(std::span<const Carriage> reports,
                                  std::vector<OriginEdge>& edges) {
  std::vector<Road> roads(reports.size());
  WordingsInMemory past;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    const Carriage& report = reports[i];
    Road& road = roads[i];
    const auto copy = find_copy(report.wording, past);
    past.add(report.wording);
    if (copy) {
      edges.push_back({i, copy->report, reports[copy->report].publisher, OriginEdge::Why::copy});
      road = roads[copy->report];
    } else {
      road = {i, report.publisher, true};
    }
    // A later copy may tell whose copy the earlier one was.
    const std::string& named = report.credits.empty() ? report.retells : report.credits;
    if (named.empty() || named == report.publisher) {
      continue;
    }
    const auto why = report.credits.empty() ? OriginEdge::Why::echo : OriginEdge::Why::credit;
    edges.push_back({i, std::nullopt, named, why});
    Road& first = roads[road.first];
    if (first.own_work && (!copy || reports[road.first].publisher != named)) {
      if (!copy || why == OriginEdge::Why::credit) {
        first.leads_to = named;
        first.own_work = false;
      }
    }
    road = first;
  }
  for (Road& road : roads) {
    road = roads[road.first];
  }
  return roads;
}

/// The outlet that each outlet's reports lead to, for those that have no work of their own.
std::map<std::string, std::string> detours(std::span<const Carriage> reports,
                                           const std::vector<Road>& roads) {
  std::map<std::string, std::string> leads;
  std::set<std::string> own;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    if (reports[i].publisher.empty()) {
      continue;
    }
    if (roads[i].own_work && roads[i].leads_to == reports[i].publisher) {
      own.insert(reports[i].publisher);
    } else {
      leads.emplace(reports[i].publisher, roads[i].leads_to);
    }
  }
  for (const std::string& outlet : own) {
    leads.erase(outlet);
  }
  return leads;
}

/// Where an outlet leads in the end, and whether the road closes on itself.
struct RoadEnd {
  std::string outlet;
  bool circular = false;
};

RoadEnd end_of(std::string outlet, const std::map<std::string, std::string>& leads) {
  std::set<std::string> seen;
  while (seen.insert(outlet).second) {
    const auto next = leads.find(outlet);
    if (next == leads.end() || next->second.empty()) {
      return {std::move(outlet), false};
    }
    outlet = next->second;
  }
  // Round the circle once more: it goes by the first name of those in it.
  std::string least = outlet;
  for (std::string at = leads.at(outlet); at != outlet; at = leads.at(at)) {
    least = std::min(least, at);
  }
  return {std::move(least), true};
}

}  // namespace

std::string origin_id(std::string_view name) {
  return "origin-" + hex16(stable_hash(name)).substr(0, 12);
}

std::uint32_t origin_named(std::string_view outlet, std::vector<Origin>& origins) {
  const auto found = std::find_if(origins.begin(), origins.end(),
                                  [&](const Origin& o) { return o.name == outlet; });
  if (found != origins.end()) {
    return static_cast<std::uint32_t>(found - origins.begin());
  }
  origins.push_back({origin_id(outlet), std::string{outlet}, {}, false});
  return static_cast<std::uint32_t>(origins.size() - 1);
}

Origins trace_origins(std::span<const Carriage> reports) {
  Origins result;
  const std::vector<Road> roads = follow_wordings(reports, result.edges);
  const auto leads = detours(reports, roads);
  std::map<std::string, std::uint32_t> by_key;
  for (ReportIndex i = 0; i < reports.size(); ++i) {
    const Road& road = roads[i];
    const RoadEnd end = end_of(road.leads_to, leads);
    // A report whose publisher is unknown is an origin by itself.
    const std::string key = end.outlet.empty() ? reports[road.first].report : end.outlet;
    const auto [at, added] = by_key.emplace(key, static_cast<std::uint32_t>(result.origins.size()));
    if (added) {
      result.origins.push_back({origin_id(key), end.outlet, {}, end.circular});
    }
    result.origins[at->second].reports.push_back(i);
    result.of_report.push_back(at->second);
    result.own_work.push_back(road.own_work && road.first == i && !end.circular);
  }
  for (OriginEdge& edge : result.edges) {
    if (edge.rests_on) {
      continue;
    }
    for (ReportIndex i = 0; i < edge.report; ++i) {
      if (reports[i].publisher == edge.outlet) {
        edge.rests_on = i;
        break;
      }
    }
  }
  return result;
}

}  // namespace factbox::stories
