#include "outputs/annotations.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "outputs/factbox_words.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;
using factboxes::Evidence;
using factboxes::Line;
using SourcesById = std::map<std::string, const factboxes::Source*>;

/// The words by themselves and, where the sentence is known, those around them.
Json quotation_of(const Evidence& evidence) {
  Json selector{{"type", "TextQuoteSelector"}, {"exact", evidence.text}};
  if (evidence.sentence) {
    const auto before = evidence.range.begin - evidence.sentence->begin;
    const auto prefix = evidence.context.substr(0, before);
    const auto suffix = evidence.context.substr(before + evidence.range.size());
    if (!prefix.empty()) {
      selector["prefix"] = prefix;
    }
    if (!suffix.empty()) {
      selector["suffix"] = suffix;
    }
  }
  return selector;
}

/// The report as it came in, by its id and field: what byte offsets count in.
std::string text_of(const Evidence& evidence) {
  return "urn:factbox:report:" + evidence.report + "#" +
         std::string{word_for(kFieldWords, evidence.field)};
}

void add_targets(Json& targets, const Evidence& evidence, const SourcesById& sources) {
  const auto source = sources.find(evidence.report);
  if (source != sources.end()) {
    if (const auto url = linkable(source->second->url); !url.empty()) {
      targets.push_back(
          {{"type", "SpecificResource"}, {"source", url}, {"selector", quotation_of(evidence)}});
    }
  }
  targets.push_back({{"type", "SpecificResource"},
                     {"source", text_of(evidence)},
                     {"selector",
                      {quotation_of(evidence),
                       {{"type", "DataPositionSelector"},
                        {"start", evidence.range.begin},
                        {"end", evidence.range.end}}}}});
}

Json annotation_of(const factboxes::Factbox& page, const Line& line, const SourcesById& sources) {
  Json targets = Json::array();
  for (const auto& evidence : line.evidence) {
    add_targets(targets, evidence, sources);
  }
  return {{"id", "urn:factbox:" + page.story + ":" + line.id},
          {"type", "Annotation"},
          {"motivation", "describing"},
          {"body",
           {{"type", "TextualBody"},
            {"value", readable(line.text)},
            {"format", "text/plain"},
            {"language", page.lang.empty() ? "en" : page.lang}}},
          {"target", std::move(targets)}};
}

}  // namespace

std::string render_annotations(const factboxes::Factbox& page, const OutputOptions& /*options*/) {
  SourcesById sources;
  for (const auto& source : page.sources) {
    sources.emplace(source.report, &source);
  }
  Json items = Json::array();
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      if (!line.evidence.empty()) {
        items.push_back(annotation_of(page, line, sources));
      }
    }
  }
  const auto id = "urn:factbox:" + page.story + ":annotations";
  const auto total = items.size();
  Json collection{{"@context", "http://www.w3.org/ns/anno.jsonld"},
                  {"id", id},
                  {"type", "AnnotationCollection"},
                  {"label", readable(page.title)},
                  {"total", total},
                  {"first",
                   {{"id", id + ":1"},
                    {"type", "AnnotationPage"},
                    {"startIndex", 0},
                    {"items", std::move(items)}}}};
  if (!page.as_of.empty()) {
    collection["modified"] = page.as_of;
  }
  return collection.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factbox::outputs
