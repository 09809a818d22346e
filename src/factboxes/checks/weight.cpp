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
  explicit Independence(const std::vector<Source>& sources) : sources_(sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      index_.emplace(sources[i].report, i);
    }
  }

  /// How many independent ones there are among these reports: two that share an origin, an outlet
  /// or a text, or are linked by others of them that do, are one. What else an outlet published
  /// doesn't matter: it may have copied one report and written another.
  [[nodiscard]] std::size_t among(const std::vector<std::string>& reports) const {
    const auto no_text = sha256_hex("");  // headlines alone are not copies of each other
    std::vector<std::set<std::string>> groups;
    for (const auto& report : reports) {
      const auto found = index_.find(report);
      if (found == index_.end()) {
        continue;
      }
      const auto& source = sources_[found->second];
      std::set<std::string> marks{"report " + source.report};
      const auto mark = [&](std::string_view kind, const std::string& value) {
        if (value.find_first_not_of(' ') != std::string::npos) {
          marks.insert(fmt::format("{} {}", kind, value));
        }
      };
      mark("origin", source.origin);
      mark("outlet", folded(source.outlet));
      mark("text", source.sha256 == no_text ? "" : source.sha256);
      take_in(std::move(marks), groups);
    }
    return groups.size();
  }

 private:
  /// Adds a group, which takes in all that it shares a mark with.
  static void take_in(std::set<std::string> marks, std::vector<std::set<std::string>>& groups) {
    std::erase_if(groups, [&](const std::set<std::string>& group) {
      const bool shared =
          std::ranges::any_of(group, [&](const std::string& mark) { return marks.contains(mark); });
      if (shared) {
        marks.insert(group.begin(), group.end());
      }
      return shared;
    });
    groups.push_back(std::move(marks));
  }

  const std::vector<Source>& sources_;
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
  const Independence independence{page.page().sources};
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
