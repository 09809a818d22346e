#include "reports/narrowing.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace factbox::reports {
namespace {

std::string in_small_letters(std::string_view words) {
  std::string small{words};
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return small;
}

/// The name by which outlets are compared: as the table calls it, else in small letters.
std::string known_as(std::string_view name, const Outlets& outlets) {
  const Outlet* outlet = outlets.find_by_name(name);
  return in_small_letters(outlet == nullptr ? name : outlet->name);
}

bool names(const std::vector<std::string>& list, const std::string& known, const Outlets& outlets) {
  return std::ranges::any_of(
      list, [&](const std::string& name) { return known_as(name, outlets) == known; });
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
  const bool by_date = narrowing.since || narrowing.before;
  for (ReportPtr& report : reports) {
    const std::string known = known_as(report->outlet, outlets);
    if ((!narrowing.outlets.empty() && !names(narrowing.outlets, known, outlets)) ||
        names(narrowing.not_outlets, known, outlets) ||
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
  return narrowed;
}

}  // namespace factbox::reports
