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

struct Narrower::Lists {
  std::vector<Wanted> only;
  std::vector<Wanted> never;
};

Narrower::Narrower(const Narrowing& narrowing, const Outlets& outlets)
    : narrowing_(narrowing), outlets_(outlets), lists_(std::make_unique<Lists>()) {
  lists_->only = wanted_of(narrowing.outlets, outlets);
  lists_->never = wanted_of(narrowing.not_outlets, outlets);
}

Narrower::~Narrower() = default;

bool Narrower::counts(const Report& report) {
  const bool is_wanted = lists_->only.empty() || is_of(report, lists_->only, outlets_);
  const bool is_barred = !lists_->never.empty() && is_of(report, lists_->never, outlets_);
  if (!is_wanted || is_barred ||
      (!narrowing_.countries.empty() && !is_seated_in(report, narrowing_.countries, outlets_))) {
    return false;
  }
  if ((narrowing_.since || narrowing_.before) && !report.published_at) {
    ++undated_;
    return false;
  }
  return (!narrowing_.since || report.published_at->first >= *narrowing_.since) &&
         (!narrowing_.before || report.published_at->first < *narrowing_.before);
}

std::vector<std::string> Narrower::unmet() const {
  std::vector<std::string> names;
  for (const auto* list : {&lists_->only, &lists_->never}) {
    for (const Wanted& each : *list) {
      if (!each.met) {
        names.push_back(*each.asked);
      }
    }
  }
  return names;
}

Narrowed narrow(std::vector<ReportPtr> reports, const Narrowing& narrowing,
                const Outlets& outlets) {
  Narrower narrower{narrowing, outlets};
  Narrowed narrowed;
  for (ReportPtr& report : reports) {
    if (narrower.counts(*report)) {
      narrowed.reports.push_back(std::move(report));
    }
  }
  narrowed.undated = narrower.undated();
  narrowed.unmet = narrower.unmet();
  return narrowed;
}

}  // namespace factbox::reports
