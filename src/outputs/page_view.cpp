#include "outputs/page_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "outputs/dates.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using factboxes::Line;

/// Which side of which contradiction a line stands on.
struct Stand {
  std::size_t contradiction = 0;
  std::size_t side = 0;
};

class PageReader {
 public:
  PageReader(const Factbox& page, const OutputOptions& options) : page_(page), options_(options) {
    for (std::uint32_t i = 0; i < page.sources.size(); ++i) {
      numbers_.emplace(page.sources[i].report, i + 1);
    }
    for (std::size_t c = 0; c < page.contradictions.size(); ++c) {
      for (std::size_t s = 0; s < page.contradictions[c].sides.size(); ++s) {
        for (const auto& id : page.contradictions[c].sides[s]) {
          stands_[id].push_back({c, s});
        }
      }
    }
  }

  [[nodiscard]] ViewLine line(const Line& line, const Line* above) const {
    ViewLine view{.id = line.id,
                  .text = readable(line.text),
                  .mark = above != nullptr ? mark(line, *above) : "",
                  .note = note(line),
                  .sources = {},
                  .evidence = {}};
    std::set<std::uint32_t> cited;
    for (const auto& evidence : line.evidence) {
      const auto number = numbers_.find(evidence.report);
      const std::uint32_t source = number == numbers_.end() ? 0 : number->second;
      if (source != 0) {
        cited.insert(source);
      }
      if (evidence.part == factboxes::Part::statement) {
        view.evidence.push_back({source,
                                 source == 0 ? "" : readable(page_.sources[source - 1].outlet),
                                 readable(evidence.text)});
      }
    }
    view.sources.assign(cited.begin(), cited.end());
    return view;
  }

  [[nodiscard]] std::vector<ViewSection> sections() const {
    std::vector<ViewSection> views;
    for (const auto& section : page_.sections) {
      ViewSection view{.id = section.id,
                       .heading = readable(section.heading),
                       .background = section.kind == factboxes::SectionKind::background,
                       .lines = {}};
      const Line* above = nullptr;
      for (const auto& each : section.lines) {
        view.lines.push_back(line(each, above));
        above = &each;
      }
      views.push_back(std::move(view));
    }
    return views;
  }

  [[nodiscard]] std::vector<ViewLine> key_points() const {
    std::vector<ViewLine> views;
    for (const auto& id : page_.key_points) {
      for (const auto& section : page_.sections) {
        for (const auto& each : section.lines) {
          if (each.id == id) {
            views.push_back(line(each, nullptr));
          }
        }
      }
    }
    return views;
  }

  [[nodiscard]] std::vector<ViewSource> sources() const {
    std::map<std::string, std::string> origin_names;
    for (const auto& origin : page_.origins) {
      origin_names.emplace(origin.origin, origin.name);
    }
    std::vector<ViewSource> views;
    for (const auto& source : page_.sources) {
      const auto origin = origin_names.find(source.origin);
      const bool elsewhere = origin != origin_names.end() && origin->second != source.outlet;
      views.push_back({.number = static_cast<std::uint32_t>(views.size() + 1),
                       .outlet = readable(source.outlet),
                       .title = readable(source.title),
                       .url = linkable(source.url),
                       .published = published(source),
                       .origin = elsewhere ? readable(origin->second) : ""});
    }
    return views;
  }

 private:
  [[nodiscard]] std::string published(const factboxes::Source& source) const {
    if (source.published.empty()) {
      return "undated";
    }
    return print_date(source.published, options_.timezone) +
           (source.published_from == "address" ? ", by its address" : "");
  }

  [[nodiscard]] std::string mark(const Line& line, const Line& above) const {
    const auto mine = stands_.find(line.id);
    const auto other = stands_.find(above.id);
    if (mine == stands_.end() || other == stands_.end()) {
      return "";
    }
    for (const auto a : mine->second) {
      for (const auto b : other->second) {
        if (a.contradiction == b.contradiction && a.side != b.side) {
          return "Differs from the line above";
        }
      }
    }
    return "";
  }

  [[nodiscard]] std::string note(const Line& line) const {
    const auto& weight = line.corroboration;
    std::string note = weight.origins < 2 ? std::string{"Single source"}
                                          : fmt::format("{} independent of {} reports",
                                                        weight.origins, weight.reports.size());
    const auto flagged = [&](std::string_view flag) {
      return std::find(line.flags.begin(), line.flags.end(), flag) != line.flags.end();
    };
    if (flagged("anonymous")) {
      note += " · source not named";
    }
    if (flagged("disputed")) {
      note += " · disputed";
    }
    if (line.status == factboxes::Status::corrected) {
      note += " · corrected";
    } else if (line.status == factboxes::Status::updated) {
      note += " · updated";
    }
    if (!line.first_reported.empty()) {
      note += " · " + print_date(line.first_reported, options_.timezone);
    }
    return note;
  }

  const Factbox& page_;
  const OutputOptions& options_;
  std::map<std::string, std::uint32_t> numbers_;
  std::map<std::string, std::vector<Stand>> stands_;
};

std::string roles_of(const factboxes::Person& person) {
  std::vector<std::string> roles;
  for (const auto& role : person.roles) {
    std::string words = readable(role.title);
    if (std::find(roles.begin(), roles.end(), words) == roles.end()) {
      roles.push_back(std::move(words));
    }
  }
  return fmt::format("{}", fmt::join(roles, "; "));
}

std::string value_of(double low, const std::optional<double>& high) {
  return high ? fmt::format("{}–{}", low, *high) : fmt::format("{}", low);
}

ViewFigure view_figure(const factboxes::FigureEntry& figure, const OutputOptions& options) {
  std::string value = figure.words.empty() ? value_of(figure.low, figure.high) : figure.words;
  if (value.find(' ') == std::string::npos && figure.unit == "people") {
    value += " people";  // "killing four": the report leaves it out
  } else if (figure.words.empty() && !figure.unit.empty()) {
    value += " " + figure.unit;
  }
  std::vector<std::string> past;
  for (const auto& earlier : figure.history) {
    past.push_back(fmt::format(
        "{}{}{}", earlier.qualifier.empty() ? "" : earlier.qualifier + " ", earlier.value,
        earlier.as_of.empty() ? "" : " (" + print_date(earlier.as_of, options.timezone) + ")"));
  }
  return {.value = readable(value),
          .counted_by = readable(figure.counted_by),
          .history = past.size() < 2 ? "" : readable(fmt::format("{}", fmt::join(past, " → "))),
          .line = figure.lines.empty() ? "" : figure.lines.front()};
}

/// "Known as of 12 April 2026, 08:30 UTC", and how many of the sources may be of any time.
std::string known_as_of(const Factbox& page, const OutputOptions& options) {
  if (page.as_of.empty()) {
    return "Dates of the reports are unknown";
  }
  const auto undated = std::ranges::count_if(
      page.sources, [](const factboxes::Source& each) { return each.published.empty(); });
  return fmt::format(
      "Known as of {}{}", print_date(page.as_of, options.timezone),
      undated == 0 ? "" : fmt::format("; {} of {} reports undated", undated, page.sources.size()));
}

std::string changes_of(const factboxes::Changes& changes, const OutputOptions& options) {
  const auto some = changes.added.size() + changes.changed.size() + changes.corrected.size() +
                    changes.withdrawn.size();
  if (changes.since.empty() || some == 0) {
    return "";
  }
  return fmt::format("Since {}: {} added, {} changed, {} corrected, {} withdrawn",
                     print_date(changes.since, options.timezone), changes.added.size(),
                     changes.changed.size(), changes.corrected.size(), changes.withdrawn.size());
}

}  // namespace

PageView view_page(const Factbox& page, const OutputOptions& options) {
  const PageReader reader{page, options};
  PageView view;
  view.title = readable(page.title);
  view.lang = page.lang.empty() ? "en" : readable(page.lang);
  view.known_as_of = known_as_of(page, options);
  view.formula = readable(page.compiled.formula);
  view.changes = changes_of(page.changes, options);
  if (page.lead) {
    view.lead.push_back(reader.line(*page.lead, nullptr));
  }
  for (const auto& line : page.lead_more) {
    view.lead.push_back(reader.line(line, nullptr));
  }
  view.key_points = reader.key_points();
  view.sections = reader.sections();
  for (const auto& person : page.people) {
    view.people.push_back({readable(person.name), roles_of(person), readable(person.delegation)});
  }
  for (const auto& figure : page.figures) {
    view.figures.push_back(view_figure(figure, options));
  }
  view.sources = reader.sources();
  return view;
}

}  // namespace factbox::outputs
