#include "outputs/page_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/instant.h"
#include "outputs/cited_sources.h"
#include "outputs/dates.h"
#include "outputs/line_view.h"
#include "outputs/page_moment.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using factboxes::Line;
using factboxes::Section;

constexpr std::string_view kEvents = "happened";  // ids of sections whose lines tell when
constexpr std::string_view kDisputed = "disputed";
constexpr std::string_view kBetween = " · ";  // parts of a note

/// A note without one of its parts: "source not named · disputed" is "source not named".
std::string without_part(std::string note, std::string_view part) {
  const auto at = note.find(part);
  if (at == std::string::npos) {
    return note;
  }
  const auto before = at == 0 ? 0 : at - kBetween.size();
  const auto after = at == 0 && at + part.size() < note.size() ? kBetween.size() : 0;
  return note.erase(before, at - before + part.size() + after);
}

class PageReader {
 public:
  PageReader(const Factbox& page, const OutputOptions& options)
      : page_(page), options_(options), cited_(page), lines_(page, cited_, options) {
    for (const auto* line : leading()) {
      lead_.insert(line->id);
    }
  }

  [[nodiscard]] std::vector<ViewLine> lead() const {
    std::vector<ViewLine> views;
    for (const auto* line : leading()) {
      views.push_back(lines_.view(*line, nullptr));
      if (lines_.disputed(*line)) {
        views.back().id = "lead-" + line->id;  // its place is below, beside what differs
      }
    }
    return views;
  }

  /// The lines that lead are printed once, above; but the sides of a contradiction stay together.
  [[nodiscard]] std::vector<ViewSection> sections() const {
    std::vector<ViewSection> views;
    for (const auto& section : page_.sections) {
      ViewSection view{.id = section.id,
                       .heading = readable(section.heading),
                       .order = {},
                       .background = section.kind == factboxes::SectionKind::background,
                       .lines = {}};
      const Line* above = nullptr;
      for (const auto& each : section.lines) {
        if (!lead_.contains(each.id) || lines_.disputed(each)) {
          view.lines.push_back(lines_.view(each, above));
          above = &each;
        }
      }
      if (section.id.starts_with(kDisputed)) {
        std::for_each(view.lines.begin(), view.lines.end(), [](ViewLine& line) {
          line.note = without_part(line.note, "disputed");  // the heading says so
        });
      }
      if (section.id.starts_with(kEvents)) {
        date_lines(section, view);
      }
      if (!view.lines.empty()) {
        views.push_back(std::move(view));
      }
    }
    return views;
  }

  [[nodiscard]] std::vector<ViewLine> key_points() const {
    constexpr std::size_t kFewest = 2;
    std::vector<ViewLine> views;
    for (const auto& id : page_.key_points) {
      const auto* point = lead_.contains(id) ? nullptr : find(id);
      if (point != nullptr) {
        views.push_back(lines_.view(*point, nullptr));
      }
    }
    return views.size() < kFewest ? std::vector<ViewLine>{} : views;
  }

  /// Each with the lines that cite it, in the order of reading.
  [[nodiscard]] std::vector<ViewSource> sources(const PageView& page) const {
    std::map<std::string, std::string> origin_names;
    for (const auto& origin : page_.origins) {
      origin_names.emplace(origin.origin, origin.name);
    }
    std::vector<ViewSource> views;
    for (std::uint32_t number = 1; number <= cited_.count(); ++number) {
      const auto& source = cited_.source(number);
      const auto origin = origin_names.find(source.origin);
      const bool elsewhere = origin != origin_names.end() && origin->second != source.outlet;
      auto published = print_time(source.published, options_.timezone);
      if (published.iso.empty()) {
        published.words = "undated";
      } else if (source.published_from == "address") {
        published.words += ", by its address";
      }
      views.push_back({.number = number,
                       .outlet = readable(source.outlet),
                       .title = readable(source.title),
                       .url = linkable(source.url),
                       .published = std::move(published),
                       .origin = elsewhere ? readable(origin->second) : "",
                       .lines = {}});
    }
    const auto note = [&](const ViewLine& line) {
      for (const auto number : line.sources) {
        views[number - 1].lines.push_back(line.id);
      }
    };
    std::for_each(page.lead.begin(), page.lead.end(), note);
    for (const auto& section : page.sections) {
      std::for_each(section.lines.begin(), section.lines.end(), note);
    }
    return views;
  }

  [[nodiscard]] std::string other_sources() const {
    const auto others = page_.sources.size() - cited_.count();
    if (others == 0) {
      return "";
    }
    return fmt::format("{} more report{} read; no line rests on {}.", others,
                       others == 1 ? " was" : "s were", others == 1 ? "it" : "them");
  }

 private:
  [[nodiscard]] std::vector<const Line*> leading() const {
    std::vector<const Line*> lines;
    if (page_.lead) {
      lines.push_back(&*page_.lead);
    }
    for (const auto& line : page_.lead_more) {
      lines.push_back(&line);
    }
    return lines;
  }

  [[nodiscard]] const Line* find(const std::string& id) const {
    for (const auto& section : page_.sections) {
      for (const auto& line : section.lines) {
        if (line.id == id) {
          return &line;
        }
      }
    }
    return nullptr;
  }

  /// Puts the dates beside the lines of events, and says in which order they stand, if in any.
  void date_lines(const Section& section, ViewSection& view) const {
    std::vector<std::string> days;
    for (const auto& each : section.lines) {
      const auto shown = std::find_if(view.lines.begin(), view.lines.end(),
                                      [&](const ViewLine& line) { return line.id == each.id; });
      if (shown != view.lines.end()) {
        shown->date = lines_.date_of(each);
        if (!shown->date.iso.empty()) {
          days.push_back(shown->date.iso);
        }
      }
    }
    if (days.size() > 1 && days.front() != days.back()) {
      const bool oldest = std::is_sorted(days.begin(), days.end());
      const bool newest = std::is_sorted(days.rbegin(), days.rend());
      view.order = oldest ? "oldest first" : newest ? "newest first" : "";
    }
  }

  const Factbox& page_;
  const OutputOptions& options_;
  CitedSources cited_;
  LineViewer lines_;
  std::set<std::string> lead_;
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

/// When a count was reported, no more exactly than its report says.
std::string counted_on(const factboxes::FigureEntry::Past& past, const Factbox& page,
                       const OutputOptions& options) {
  const auto source = std::find_if(page.sources.begin(), page.sources.end(),
                                   [&](const auto& each) { return each.report == past.report; });
  const auto printed = source == page.sources.end() ? Result<PrintedTime>{tl::unexpected(Error{})}
                                                    : read_time(source->published);
  const auto as_of = read_time(past.as_of);
  const bool same = printed && as_of && printed->first == as_of->first;
  return print_date(same ? source->published : past.as_of, options.timezone);
}

ViewFigure view_figure(const factboxes::FigureEntry& figure, const Factbox& page,
                       const OutputOptions& options) {
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
        earlier.as_of.empty() ? "" : " (" + counted_on(earlier, page, options) + ")"));
  }
  return {.value = readable(value),
          .counted_by = readable(figure.counted_by),
          .history = past.size() < 2 ? "" : readable(fmt::format("{}", fmt::join(past, " → "))),
          .line = figure.lines.empty() ? "" : figure.lines.front()};
}

ViewLegend legend_of(const PageView& page) {
  ViewLegend legend;
  const auto learn = [&](const ViewLine& line) {
    const auto noted = [&](std::string_view word) {
      return line.note.find(word) != std::string::npos;
    };
    legend.disputed = legend.disputed || noted("disputed");
    legend.unnamed = legend.unnamed || noted("not named");
    legend.updated = legend.updated || noted("updated") || noted("corrected");
    legend.edited = legend.edited || noted("edited");
    legend.carried = legend.carried || line.text.find("as carried by") != std::string::npos;
  };
  std::for_each(page.lead.begin(), page.lead.end(), learn);
  for (const auto& section : page.sections) {
    std::for_each(section.lines.begin(), section.lines.end(), learn);
  }
  return legend;
}

}  // namespace

std::string head_of(const PageView& view) {
  std::string head = view.known_as_of;
  for (const auto& words :
       {view.moment.words.empty() ? "" : " " + view.moment.words, ". " + view.formula,
        view.one_outlet.empty() ? "" : ". Every line was reported by " + view.one_outlet,
        view.newest.empty() ? "" : ". " + view.newest}) {
    head += words;
  }
  return head + ".";
}

PageView view_page(const Factbox& page, const OutputOptions& options) {
  const PageReader reader{page, options};
  PageView view;
  view.title = readable(page.title);
  view.lang = page.lang.empty() ? "en" : readable(page.lang);
  view.known_as_of = page.as_of.empty() ? "Dates of the reports are unknown" : "Known as of";
  view.moment = moment_of(page, options.timezone);
  view.formula = readable(formula_of(page));
  view.newest = newest_of(page, options.timezone);
  view.one_outlet = readable(one_outlet_of(page));
  view.changes = changes_of(page, options.timezone);
  view.edited = edits_told(page);
  view.claims = claims_told(page);
  view.lead = reader.lead();
  view.key_points = reader.key_points();
  view.sections = reader.sections();
  for (const auto& person : page.people) {
    view.people.push_back({readable(person.name), roles_of(person), readable(person.delegation)});
  }
  for (const auto& figure : page.figures) {
    view.figures.push_back(view_figure(figure, page, options));
  }
  view.sources = reader.sources(view);
  view.other_sources = reader.other_sources();
  view.legend = legend_of(view);
  return view;
}

}  // namespace factbox::outputs
