#include "outputs/source_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <vector>

#include "outputs/arrow_words.h"
#include "outputs/dates.h"
#include "outputs/readable.h"
#include "reports/report.h"

namespace factbox::outputs {
namespace {

using nlohmann::ordered_json;
using stories::Citation;
using stories::GraphArrow;
using stories::ReportIndex;

const reports::Report& report_of(const TracedOrigins& traced, ReportIndex report) {
  return *traced.reports[report].report;
}

/// The report's sentence around some of its words.
std::string sentence_around(const TracedOrigins& traced, const Citation& citation) {
  const auto& sheet = traced.reports[citation.report].of(citation.field);
  const auto token = sheet.token_at(citation.span.begin);
  if (token >= sheet.size()) {
    return readable(citation.span.in(report_of(traced, citation.report).of(citation.field)));
  }
  return readable(sheet.bytes(sheet.sentences()[sheet.sentence_of(token)]).in(sheet.text()));
}

/// "12 April 2026, 08:30 UTC  Ferry sinks off Lisport", or what of it there is.
std::string report_line(const TracedOrigins& traced, ReportIndex report) {
  const auto& printed = report_of(traced, report);
  const auto when = readable(print_date(printed.published, traced.zone));
  const auto title = readable(printed.title.empty() ? printed.id : printed.title);
  return fmt::format("      {}{}{}\n", when, when.empty() ? "" : "  ", title);
}

std::string arrow_lines(const TracedOrigins& traced, const GraphArrow& arrow) {
  auto lines = fmt::format("  <- {}: {}\n", readable(traced.graph.outlets[arrow.from].name),
                           in_words(arrow));
  std::map<ReportIndex, std::vector<std::string>> words;
  for (const auto* reports : {&arrow.copies, &arrow.credits, &arrow.echoes}) {
    for (const auto report : *reports) {
      words[report];
    }
  }
  for (const auto& citation : arrow.citations) {
    auto& quoted = words[citation.report];
    auto sentence = sentence_around(traced, citation);
    if (std::ranges::count(quoted, sentence) == 0) {
      quoted.push_back(std::move(sentence));
    }
  }
  for (const auto& [report, quoted] : words) {
    lines += report_line(traced, report);
    for (const auto& sentence : quoted) {
      lines += fmt::format("        “{}”\n", sentence);
    }
  }
  return lines;
}

std::string list_of(const TracedOrigins& traced, const std::vector<std::uint32_t>& outlets) {
  std::string list;
  for (const auto outlet : outlets) {
    const auto& each = traced.graph.outlets[outlet];
    list += fmt::format("  {} ({})\n", readable(each.name), standing_of(each));
  }
  return list;
}

ordered_json ids_of(const TracedOrigins& traced, const std::vector<ReportIndex>& reports) {
  auto ids = ordered_json::array();
  for (const auto report : reports) {
    ids.push_back(report_of(traced, report).id);
  }
  return ids;
}

ordered_json json_of(const TracedOrigins& traced, const Citation& citation) {
  const auto& printed = report_of(traced, citation.report);
  return {{"report", printed.id},
          {"field", citation.field == Field::text ? "text" : "title"},
          {"start", citation.span.begin},
          {"end", citation.span.end},
          {"text", citation.span.in(printed.of(citation.field))},
          {"context", sentence_around(traced, citation)}};
}

}  // namespace

std::string origins_as_text(const TracedOrigins& traced) {
  const auto& graph = traced.graph;
  auto text =
      fmt::format("{}\n{}\n", readable(traced.story.title), summary_of(traced.story, traced.graph));
  std::set<std::uint32_t> linked;
  for (std::uint32_t outlet = 0; outlet < graph.outlets.size(); ++outlet) {
    std::string below;
    for (const auto& arrow : graph.arrows) {
      if (arrow.to == outlet) {
        below += arrow_lines(traced, arrow);
        linked.insert({arrow.from, arrow.to});
      }
    }
    if (!below.empty()) {
      const auto& cited = graph.outlets[outlet];
      text += fmt::format("\n{} ({})\n{}", readable(cited.name), standing_of(cited), below);
    }
  }
  std::vector<std::uint32_t> alone;
  for (std::uint32_t outlet = 0; outlet < graph.outlets.size(); ++outlet) {
    if (!linked.contains(outlet)) {
      alone.push_back(outlet);
    }
  }
  if (!alone.empty()) {
    text += "\nCite no outlet, and none cites them\n" + list_of(traced, alone);
  }
  return text;
}

std::string origins_as_json(const TracedOrigins& traced) {
  auto origins = ordered_json::array();
  for (const auto& origin : traced.story.origins) {
    origins.push_back({{"origin", origin.id},
                       {"name", origin.name},
                       {"reports", ids_of(traced, origin.reports)},
                       {"circular", origin.circular}});
  }
  auto outlets = ordered_json::array();
  for (const auto& outlet : traced.graph.outlets) {
    outlets.push_back({{"name", outlet.name},
                       {"reports", ids_of(traced, outlet.reports)},
                       {"own", outlet.own},
                       {"depth", outlet.depth}});
  }
  auto arrows = ordered_json::array();
  for (const auto& arrow : traced.graph.arrows) {
    auto citations = ordered_json::array();
    for (const auto& citation : arrow.citations) {
      citations.push_back(json_of(traced, citation));
    }
    arrows.push_back({{"from", traced.graph.outlets[arrow.from].name},
                      {"to", traced.graph.outlets[arrow.to].name},
                      {"copies", ids_of(traced, arrow.copies)},
                      {"credits", ids_of(traced, arrow.credits)},
                      {"echoes", ids_of(traced, arrow.echoes)},
                      {"citations", std::move(citations)}});
  }
  const ordered_json graph{{"story", traced.story.id},
                           {"title", traced.story.title},
                           {"origins", std::move(origins)},
                           {"outlets", std::move(outlets)},
                           {"arrows", std::move(arrows)}};
  return graph.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace factbox::outputs
