#include "outputs/line_trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "outputs/dates.h"
#include "outputs/factbox_words.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using factboxes::Evidence;
using factboxes::Line;
using factboxes::Part;
using nlohmann::ordered_json;

/// What a piece of evidence vouches for, for people.
std::string_view vouches_for(Part part) {
  switch (part) {
    case Part::statement:
      return "claim";
    case Part::attribution:
      return "who said it";
    case Part::time:
      return "when";
    case Part::role:
      return "title";
    case Part::name:
      return "name";
  }
  return "";
}

const factboxes::Source* source_of(const TracedLines& traced, const std::string& report) {
  const auto& sources = traced.page.sources;
  const auto found = std::ranges::find(sources, report, &factboxes::Source::report);
  return found == sources.end() ? nullptr : &*found;
}

/// "Harbour Wire, 12 April 2026, 08:30 UTC, “Ferry sinks”, https://…", or what of it is known.
std::string report_words(const TracedLines& traced, const std::string& report) {
  const auto* source = source_of(traced, report);
  if (source == nullptr) {
    return "report " + readable(report);
  }
  std::vector<std::string> words;
  const auto add = [&](std::string word) {
    if (!word.empty()) {
      words.push_back(std::move(word));
    }
  };
  add(readable(source->outlet));
  add(readable(print_date(source->published, traced.zone)));
  add(source->title.empty() ? "" : fmt::format("“{}”", readable(source->title)));
  add(linkable(source->url));
  return words.empty() ? "report " + readable(report) : fmt::format("{}", fmt::join(words, ", "));
}

/// The sentence with the words that were used in brackets; those alone where it isn't told.
std::string lit(const Evidence& evidence) {
  if (!evidence.sentence || evidence.range.begin < evidence.sentence->begin ||
      evidence.range.end > evidence.sentence->end) {
    return "[" + readable(evidence.text) + "]";
  }
  const std::string_view sentence = evidence.context;
  const auto begin = evidence.range.begin - evidence.sentence->begin;
  const auto end = evidence.range.end - evidence.sentence->begin;
  if (end > sentence.size()) {
    return "[" + readable(evidence.text) + "]";
  }
  return readable(std::string{sentence.substr(0, begin)} + "[" + evidence.text + "]" +
                  std::string{sentence.substr(end)});
}

std::string standing_words(const Line& line) {
  const auto& behind = line.corroboration;
  return fmt::format("{} independent origin{}, {} outlet{}, {} report{}", behind.origins,
                     behind.origins == 1 ? "" : "s", behind.outlets, behind.outlets == 1 ? "" : "s",
                     behind.reports.size(), behind.reports.size() == 1 ? "" : "s");
}

ordered_json json_of(const TracedLines& traced, const Evidence& evidence) {
  ordered_json out{
      {"report", evidence.report},
      {"field", evidence.field == Field::text ? "text" : "title"},
      {"start", evidence.range.begin},
      {"end", evidence.range.end},
      {"text", evidence.text},
      {"part", word_for(kPartWords, evidence.part)},
      {"context", evidence.context.empty() ? ordered_json() : ordered_json(evidence.context)}};
  if (const auto* source = source_of(traced, evidence.report)) {
    out["outlet"] = source->outlet;
    out["title"] = source->title;
    out["url"] = source->url;
    out["published"] = source->published;
    out["sha256"] = source->sha256;
  }
  return out;
}

std::string traced_as(std::string_view what, const TracedLines& traced, const Evidence& evidence) {
  return fmt::format("  {}: {}\n    bytes {}-{} of its {}: {}\n", what,
                     report_words(traced, evidence.report), evidence.range.begin,
                     evidence.range.end, evidence.field == Field::text ? "text" : "title",
                     lit(evidence));
}

}  // namespace

std::string traces_as_text(const TracedLines& traced) {
  std::string text;
  for (const auto* line : traced.lines) {
    text += fmt::format("{}{}\n  {}; {}\n", text.empty() ? "" : "\n", readable(line->text),
                        line->id, standing_words(*line));
    for (const auto& evidence : line->evidence) {
      text += traced_as(vouches_for(evidence.part), traced, evidence);
    }
    for (const auto& telling : line->corroboration.tellings) {
      text += traced_as("also told", traced, telling);
    }
  }
  return text;
}

std::string traces_as_json_lines(const TracedLines& traced) {
  std::string lines;
  for (const auto* line : traced.lines) {
    auto evidence = ordered_json::array();
    for (const auto& each : line->evidence) {
      evidence.push_back(json_of(traced, each));
    }
    auto tellings = ordered_json::array();
    for (const auto& each : line->corroboration.tellings) {
      tellings.push_back(json_of(traced, each));
    }
    const ordered_json out{{"line", line->id},
                           {"text", line->text},
                           {"statement", line->statement},
                           {"corroboration",
                            {{"origins", line->corroboration.origins},
                             {"outlets", line->corroboration.outlets},
                             {"reports", line->corroboration.reports},
                             {"tellings", std::move(tellings)}}},
                           {"evidence", std::move(evidence)}};
    lines += out.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
  }
  return lines;
}

}  // namespace factbox::outputs
