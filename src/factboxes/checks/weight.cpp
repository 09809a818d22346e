#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/instant.h"
#include "base/sha256.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 2, 20 and 21: how many reports, which of them are independent, and where they clash.
namespace factbox::factboxes::checks {
namespace {

/// Joins sources that can't be independent of each other: of one origin, one outlet, one text.
class Independence {
 public:
  explicit Independence(const std::vector<Source>& sources) : parent_(sources.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    const auto no_text = sha256_hex("");
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      index_.emplace(sources[i].report, i);
      learn("origin", sources[i].origin, i, first);
      learn("outlet", folded(sources[i].outlet), i, first);
      if (sources[i].sha256 != no_text) {  // headlines alone are not copies of each other
        learn("text", sources[i].sha256, i, first);
      }
    }
  }

  /// How many independent ones there are among these reports.
  [[nodiscard]] std::size_t among(const std::vector<std::string>& reports) {
    std::set<std::size_t> groups;
    for (const auto& report : reports) {
      if (const auto found = index_.find(report); found != index_.end()) {
        groups.insert(root(found->second));
      }
    }
    return groups.size();
  }

 private:
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void learn(std::string_view kind, std::string_view value, std::size_t source,
             std::map<std::string, std::size_t>& first) {
    if (value.find_first_not_of(' ') != std::string_view::npos) {
      join(first.emplace(fmt::format("{} {}", kind, value), source).first->second, source);
    }
  }
  void join(std::size_t a, std::size_t b) { parent_[root(b)] = root(a); }

  std::vector<std::size_t> parent_;
  std::map<std::string_view, std::size_t> index_;
};

std::size_t outlets_among(const CheckedPage& page, const std::vector<std::string>& reports) {
  std::set<std::string> outlets;
  for (const auto& report : reports) {
    if (const auto* source = page.source(report); source != nullptr && !source->outlet.empty()) {
      outlets.insert(folded(source->outlet));
    }
  }
  return outlets.size();
}

void check_counts(const CheckedPage& page, Findings& findings) {
  const auto& compiled = page.page().compiled;
  std::set<std::string> outlets;
  std::set<std::string> origins;
  for (const auto& source : page.page().sources) {
    if (!source.outlet.empty()) {
      outlets.insert(folded(source.outlet));
    }
    origins.insert(source.origin);
  }
  const auto compare = [&](std::string_view what, std::size_t says, std::size_t is) {
    if (says != is) {
      findings.error(2, "", fmt::format("the page says {} {}, its sources are {}", says, what, is));
    }
  };
  compare("reports", compiled.reports, page.page().sources.size());
  compare("outlets", compiled.outlets, outlets.size());
  compare("origins", compiled.origins, origins.size());
  if (!compiled.formula.starts_with("Compiled from ")) {
    findings.error(2, "", "the formula \"Compiled from …\" is missing");
  }
  for (const auto count : {compiled.reports, compiled.outlets, compiled.origins}) {
    if (count > 0 && !holds_phrase(compiled.formula, fmt::format("{}", count))) {
      findings.error(2, "", fmt::format("the formula doesn't say the count {}", count));
    }
  }
}

}  // namespace

void check_as_of(const CheckedPage& page, Findings& findings) {
  check_counts(page, findings);
  std::optional<Instant> first;
  std::optional<Instant> last;
  for (const auto& source : page.page().sources) {
    if (const auto time = read_time(source.published)) {
      first = first ? std::min(*first, time->first) : time->first;
      last = last ? std::max(*last, time->first) : time->first;
    }
  }
  const auto& as_of = page.page().as_of;
  if (as_of.empty()) {
    if (first) {
      findings.error(2, "", "the page has no moment, although its reports have dates");
    } else if (!holds_phrase(page.page().compiled.formula, "dates unknown")) {
      findings.error(2, "", "no report has a date, and the formula doesn't say so");
    }
    return;
  }
  const auto moment = read_time(as_of);
  if (!moment || moment->precision != Precision::second ||
      !(as_of.ends_with('Z') || as_of.find('+') != std::string::npos ||
        as_of.rfind('-') > as_of.find('T'))) {
    findings.error(2, "", fmt::format("as_of \"{}\" is no moment with a zone", as_of));
    return;
  }
  if (last && *last > moment->first) {
    findings.error(
        2, "",
        fmt::format("a report of {} lies behind the page's moment {}", to_iso(*last), as_of));
  }
  const auto same = [](const std::string& says, const std::optional<Instant>& is) {
    const auto time = read_time(says);
    return says.empty() ? !is : is && time && time->first == *is;
  };
  if (!same(page.page().compiled.first, first) || !same(page.page().compiled.last, last)) {
    findings.error(2, "", "first or last report time isn't that of the sources");
  }
}

void check_contradictions(const CheckedPage& page, Findings& findings) {
  for (const auto& contradiction : page.page().contradictions) {
    std::vector<PlacedLine> placed;
    bool whole = contradiction.sides.size() >= 2;
    for (const auto& side : contradiction.sides) {
      whole = whole && !side.empty();
      for (const auto& id : side) {
        const auto* line = page.line(id);
        if (line == nullptr) {
          whole = false;
          continue;
        }
        placed.push_back(*line);
        if (!has_flag(*line->line, "disputed")) {
          findings.error(20, id, "a side of a contradiction isn't marked as disputed");
        }
      }
    }
    if (!whole) {
      findings.error(20, "",
                     fmt::format("a side of the contradiction about \"{}\" isn't printed",
                                 contradiction.about));
      continue;
    }
    const auto [low, high] = std::minmax_element(
        placed.begin(), placed.end(), [](const PlacedLine& a, const PlacedLine& b) {
          return std::pair{a.section, a.place} < std::pair{b.section, b.place};
        });
    if (low->section != high->section || high->place - low->place >= placed.size()) {
      findings.error(20, low->line->id,
                     fmt::format("the sides of the contradiction about \"{}\" are no neighbours",
                                 contradiction.about));
    }
  }
}

void check_corroboration(const CheckedPage& page, Findings& findings) {
  Independence independence{page.page().sources};
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    const auto& weight = line.corroboration;
    const auto most = independence.among(weight.reports);
    if (weight.origins > most) {
      findings.error(
          21, line.id,
          fmt::format("{} independent origins are claimed, {} are there", weight.origins, most));
    }
    if (const auto outlets = outlets_among(page, weight.reports); weight.outlets != outlets) {
      findings.error(21, line.id,
                     fmt::format("{} outlets are claimed, {} are there", weight.outlets, outlets));
    }
    if (weight.origins < 2 && !has_flag(line, "single_source")) {
      findings.error(21, line.id, "fewer than two origins, and not marked as single source");
    }
  }
}

}  // namespace factbox::factboxes::checks
