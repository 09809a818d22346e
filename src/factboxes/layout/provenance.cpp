#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "base/sha256.h"
#include "factboxes/layout/page_parts.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view more) {
  return fmt::format("{} {}", count, count == 1 ? one : more);
}

/// True where the newest reports tell no more than their day, and the page stands at its start.
bool newest_is_day(const Workbench& bench) {
  bool day = false;
  for (const auto index : bench.story.reports) {
    const auto& published = bench.reports[index].report->published_at;
    if (published && published->first == *bench.as_of) {
      if (published->precision == Precision::second) {
        return false;
      }
      day = true;
    }
  }
  return day;
}

/// "31 May 2018, 18:40 UTC" in the zone of the page; the day alone where the moment is its end, or
/// where the reports tell no more.
std::string moment_words(const Workbench& bench) {
  const auto& zone = bench.options.timezone;
  const Instant shown{zone.clock_at(*bench.as_of).time_since_epoch()};
  const auto print_day = [](Instant moment) {
    const auto day = print_timex(to_iso_day(moment), 0, true);
    return day ? day->words : to_iso_day(moment);
  };
  if (newest_is_day(bench)) {  // a day that a report prints is that day in every zone
    return print_day(*bench.as_of);
  }
  if (shown + std::chrono::seconds{1} == std::chrono::ceil<std::chrono::days>(shown)) {
    return print_day(shown);
  }
  return fmt::format("{}, {} {}", print_day(shown), to_iso(shown).substr(11, 5),
                     zone.name_at(*bench.as_of));
}

}  // namespace

Provenance::Provenance(const Workbench& bench) : bench_(bench) {
  std::map<stories::ReportIndex, const stories::Origin*> origin_of;
  for (const auto& origin : bench.story.origins) {
    for (const auto report : origin.reports) {
      origin_of.emplace(report, &origin);
    }
  }
  for (const auto index : bench.story.reports) {
    const auto& report = *bench.reports[index].report;
    const auto origin = origin_of.find(index);
    by_report_.emplace(index, sources_.size());
    sources_.push_back({report.id, outlet_of(report, bench.outlets), report.title, report.url,
                        report.published_at ? report.published : "",
                        origin == origin_of.end() ? report.id : origin->second->id,
                        sha256_hex(report.text), report.published_at ? report.published_from : ""});
  }
}

std::vector<OriginEntry> Provenance::origins() const {
  std::vector<OriginEntry> entries;
  for (const auto& origin : bench_.story.origins) {
    OriginEntry entry{origin.id, origin.name, {}};
    for (const auto report : origin.reports) {
      entry.reports.push_back(bench_.reports[report].report->id);
    }
    if (!entry.reports.empty()) {
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

Compiled Provenance::compiled() const {
  Compiled compiled;
  std::set<std::string> outlets;
  std::set<std::string> origins;
  for (const auto& source : sources_) {
    if (!source.outlet.empty()) {
      outlets.insert(folded(source.outlet));
    }
    origins.insert(source.origin);
  }
  compiled.reports = static_cast<std::uint32_t>(sources_.size());
  compiled.outlets = static_cast<std::uint32_t>(outlets.size());
  compiled.origins = static_cast<std::uint32_t>(origins.size());
  std::optional<Instant> first;
  std::optional<Instant> last;
  for (const auto index : bench_.story.reports) {
    if (const auto& published = bench_.reports[index].report->published_at) {
      first = first ? std::min(*first, published->first) : published->first;
      last = last ? std::max(*last, published->first) : published->first;
    }
  }
  compiled.first = first ? to_iso(*first) : "";
  compiled.last = last ? to_iso(*last) : "";
  const auto here = static_cast<std::uint32_t>(
      std::ranges::count_if(sources_, [](const Source& each) { return each.published.empty(); }));
  compiled.undated = bench_.options.undated + here;
  compiled.formula =
      fmt::format("Compiled from {}{} ({}), {}", counted(compiled.reports, "report", "reports"),
                  compiled.outlets == 0 ? " of unknown outlets"
                                        : " of " + counted(compiled.outlets, "outlet", "outlets"),
                  counted(compiled.origins, "independent origin", "independent origins"),
                  bench_.as_of ? "known as of " + moment_words(bench_) : "dates unknown");
  // What is silent for long may have been overtaken: a reader should know.
  constexpr std::chrono::hours kSilent{24};
  if (last && bench_.as_of && *bench_.as_of - *last > kSilent) {
    const auto day = print_timex(
        to_iso_day(Instant{bench_.options.timezone.clock_at(*last).time_since_epoch()}), 0, true);
    compiled.formula += "; its newest report is of " + (day ? day->words : to_iso_day(*last));
  }
  if (first && here > 0) {
    compiled.formula += fmt::format("; {} of them without a date", here);
  }
  if (bench_.options.undated > 0) {
    compiled.formula += fmt::format("; {} without a date left out",
                                    counted(bench_.options.undated, "report", "reports"));
  }
  return compiled;
}

void Provenance::add_telling(stories::StatementRef ref, std::vector<Evidence>& tellings) const {
  const auto& statement = bench_.statement(ref);
  const ByteRange hull{statement.content.front().begin, statement.content.back().end};
  auto telling =
      evidence_at(*bench_.reports[ref.report].report, {statement.field, hull}, Part::statement);
  if (std::ranges::count(tellings, telling.text, &Evidence::text) == 0) {
    tellings.push_back(std::move(telling));
  }
}

Corroboration Provenance::behind(std::span<const stories::Claim* const> claims,
                                 stories::StatementRef told_by) const {
  Corroboration weight;
  std::map<stories::ReportIndex, stories::StatementRef> reports;  // the first that tells it in each
  std::set<std::uint32_t> origins;
  for (const auto* claim : claims) {
    for (const auto ref : claim->statements) {
      reports.emplace(ref.report, ref);
    }
    origins.insert(claim->origins.begin(), claim->origins.end());
  }
  // Each source goes to the group of the first one that it shares an origin, an outlet or a text
  // with; groups that a later source links are one.
  std::vector<std::size_t> group(reports.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::map<std::string, std::size_t> first;
  std::set<std::string> outlets;
  const auto no_text = sha256_hex("");
  std::size_t at = 0;
  for (const auto& [index, told] : reports) {
    const auto& source = sources_[by_report_.at(index)];
    weight.reports.push_back(source.report);
    if (index != told_by.report) {
      add_telling(told, weight.tellings);
    }
    if (!source.outlet.empty()) {
      outlets.insert(folded(source.outlet));
    }
    const auto outlet = source.outlet.empty() ? source.report : folded(source.outlet);
    for (const auto& key :
         {"origin " + source.origin, "outlet " + outlet,
          source.sha256 == no_text ? "text " + source.report : "text " + source.sha256}) {
      const auto other = first.emplace(key, at).first->second;
      const auto from = group[at];
      const auto to = group[other];
      std::replace(group.begin(), group.end(), from, to);
    }
    ++at;
  }
  const std::set<std::size_t> groups(group.begin(), group.end());
  weight.outlets = static_cast<std::uint32_t>(outlets.size());
  weight.origins = static_cast<std::uint32_t>(std::min(groups.size(), origins.size()));
  return weight;
}

}  // namespace factbox::factboxes
