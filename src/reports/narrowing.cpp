#include "reports/narrowing.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/letters.h"

namespace factbox::reports {
namespace {

std::string_view without_article(std::string_view small) {
  constexpr std::string_view kArticle = "the ";
  return small.starts_with(kArticle) ? small.substr(kArticle.size()) : small;
}

/// The name by which outlets are compared: as the table calls it, else in small letters; without
/// "the".
std::string known_as(std::string_view name, const Outlet* outlet) {
  const auto small = in_small_letters(outlet == nullptr ? name : outlet->name);
  return std::string{without_article(small)};
}

std::string_view without_www(std::string_view host) {
  constexpr std::string_view kWww = "www.";
  return host.starts_with(kWww) ? host.substr(kWww.size()) : host;
}

/// One of the outlets that somebody asked for, and whether a report is of it.
struct Wanted {
  const std::string* asked = nullptr;
  std::string known;  ///< known_as()
  std::string host;   ///< what was asked, as a domain
  bool met = false;
};

std::vector<Wanted> wanted_of(const std::vector<std::string>& list, const Outlets& outlets) {
  std::vector<Wanted> wanted;
  for (const std::string& asked : list) {
    const Outlet* outlet = outlets.find_by_name(asked);
    const auto small = in_small_letters(asked);
    outlet = outlet != nullptr ? outlet : outlets.find_by_host(small);
    wanted.push_back({&asked, known_as(asked, outlet), std::string{without_www(small)}, false});
  }
  return wanted;
}

/// Whether a report is of one of the outlets, which are then met.
bool is_of(const Report& report, std::vector<Wanted>& list, const Outlets& outlets) {
  const auto host = host_of(report.url);
  const Outlet* outlet = outlets.find_by_name(report.outlet);
  outlet = outlet != nullptr ? outlet : outlets.find_by_host(report.outlet);
  outlet = outlet != nullptr ? outlet : outlets.find_by_host(host);
  const auto known = outlet == nullptr ? std::string{} : known_as("", outlet);
  const auto small = in_small_letters(report.outlet);
  bool found = false;
  for (Wanted& each : list) {
    const bool same = (!known.empty() && each.known == known) ||
                      (!small.empty() && each.known == without_article(small)) ||
                      (!host.empty() && each.host == without_www(host));
    each.met = each.met || same;
    found = found || same;
  }
  return found;
}

bool is_seated_in(const Report& report, const std::vector<std::string>& countries,
                  const Outlets& outlets) {
  const Outlet* outlet = outlets.find_by_name(report.outlet);
  if (outlet == nullptr) {
    outlet = outlets.find_by_host(host_of(report.url));
  }
  return outlet != nullptr && std::ranges::any_of(countries, [&](const std::string& country) {
           return in_small_letters(country) == in_small_letters(outlet->country);
         });
}

}  // namespace

Narrowed narrow(std::vector<ReportPtr> reports, const Narrowing& narrowing,
                const Outlets& outlets) {
  Narrowed narrowed;
  auto only = wanted_of(narrowing.outlets, outlets);
  auto never = wanted_of(narrowing.not_outlets, outlets);
  const bool by_date = narrowing.since || narrowing.before;
  for (ReportPtr& report : reports) {
    const bool is_wanted = only.empty() || is_of(*report, only, outlets);
    const bool is_barred = !never.empty() && is_of(*report, never, outlets);
    if (!is_wanted || is_barred ||
        (!narrowing.countries.empty() && !is_seated_in(*report, narrowing.countries, outlets))) {
      continue;
    }
    if (by_date && !report->published_at) {
      ++narrowed.undated;
      continue;
    }
    if ((narrowing.since && report->published_at->first < *narrowing.since) ||
        (narrowing.before && report->published_at->first >= *narrowing.before)) {
      continue;
    }
    narrowed.reports.push_back(std::move(report));
  }
  for (const auto* list : {&only, &never}) {
    for (const Wanted& each : *list) {
      if (!each.met) {
        narrowed.unmet.push_back(*each.asked);
      }
    }
  }
  return narrowed;
}

}  // namespace factbox::reports
