#include "outputs/page_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "outputs/chains.h"
#include "outputs/csv.h"
#include "outputs/factbox_words.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using factboxes::Line;
using SourcesById = std::map<std::string, const factboxes::Source*>;

std::string value_of(const std::optional<statements::StatedTime>& time) {
  return time ? time->value : "";
}

std::vector<std::string> row_of(const factboxes::Section& section, const Line& line,
                                const SourcesById& sources) {
  std::vector<statements::ChainMember> chain;
  for (const auto& each : line.attribution) {
    chain.push_back(each.member);
  }
  const auto taken = std::find_if(
      line.evidence.begin(), line.evidence.end(),
      [](const auto& evidence) { return evidence.part == factboxes::Part::statement; });
  const bool has = taken != line.evidence.end();
  const auto found = has ? sources.find(taken->report) : sources.end();
  const factboxes::Source none;
  const auto& source = found == sources.end() ? none : *found->second;
  return {line.id,
          section.id,
          readable(section.heading),
          readable(line.text),
          readable(line.statement),
          readable(speaker_of(chain)),
          readable(chain_in_words(chain)),
          verb_of(chain),
          std::string{word_for(kModalityWords, line.modality)},
          std::string{word_for(kPolarityWords, line.polarity)},
          value_of(line.said),
          value_of(line.event),
          fmt::format("{}", line.confidence),
          fmt::format("{}", line.corroboration.origins),
          fmt::format("{}", line.corroboration.outlets),
          fmt::format("{}", fmt::join(line.corroboration.reports, " ")),
          line.first_reported,
          line.last_reported,
          std::string{word_for(kStatusWords, line.status)},
          fmt::format("{}", fmt::join(line.flags, " ")),
          line.edited ? "true" : "false",
          has ? taken->report : "",
          has ? std::string{word_for(kFieldWords, taken->field)} : "",
          has ? fmt::format("{}", taken->range.begin) : "",
          has ? fmt::format("{}", taken->range.end) : "",
          readable(source.outlet),
          readable(source.title),
          linkable(source.url),
          source.published};
}

}  // namespace

std::string render_csv(const factboxes::Factbox& page, const OutputOptions& /*options*/) {
  SourcesById sources;
  for (const auto& source : page.sources) {
    sources.emplace(source.report, &source);
  }
  std::string table =
      csv_row({"line",       "section", "heading",  "text",     "statement",      "speaker",
               "chain",      "verb",    "modality", "polarity", "said",           "event",
               "confidence", "origins", "outlets",  "reports",  "first_reported", "last_reported",
               "status",     "flags",   "edited",   "report",   "field",          "start",
               "end",        "outlet",  "title",    "url",      "published"});
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      table += csv_row(row_of(section, line, sources));
    }
  }
  return table;
}

}  // namespace factbox::outputs
