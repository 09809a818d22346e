#include "outputs/factbox_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "outputs/factbox_words.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using Json = nlohmann::ordered_json;

Json or_null(const std::string& words) {
  return words.empty() ? Json() : Json(words);
}

Json span_of(const std::optional<ByteRange>& range) {
  return range ? Json::array({range->begin, range->end}) : Json();
}

Json time_of(const std::optional<statements::StatedTime>& time) {
  if (!time) {
    return {};
  }
  return {{"value", time->value}, {"span", span_of(time->span)}};
}

Json attribution_of(const factboxes::Attribution& attribution) {
  const auto& member = attribution.member;
  Json json{{"role", word_for(kRoleWords, member.role)},
            {"hop", member.hop},
            {"span", span_of(member.span)},
            {"name", or_null(member.name)},
            {"description", or_null(member.description)},
            {"entity", or_null(member.entity)},
            {"anonymous", word_for(kAnonymityWords, member.anonymous)},
            {"verb", or_null(member.verb)}};
  if (member.self) {
    json["self"] = true;
  }
  json["report"] = attribution.report;
  json["field"] = word_for(kFieldWords, attribution.field);
  return json;
}

Json evidence_of(const factboxes::Evidence& evidence) {
  Json json{{"report", evidence.report},     {"field", word_for(kFieldWords, evidence.field)},
            {"start", evidence.range.begin}, {"end", evidence.range.end},
            {"text", evidence.text},         {"part", word_for(kPartWords, evidence.part)}};
  if (evidence.sentence) {
    json["sentence"] = span_of(evidence.sentence);
    json["context"] = evidence.context;
  }
  return json;
}

template <class Value, class Write>
Json list_of(const std::vector<Value>& values, Write write) {
  Json json = Json::array();
  for (const auto& value : values) {
    json.push_back(write(value));
  }
  return json;
}

Json line_of(const factboxes::Line& line) {
  Json json{{"id", line.id},
            {"text", line.text},
            {"class", word_for(kLineClassWords, line.line_class)},
            {"statement", line.statement},
            {"attribution", list_of(line.attribution, attribution_of)},
            {"modality", word_for(kModalityWords, line.modality)},
            {"polarity", word_for(kPolarityWords, line.polarity)},
            {"said", time_of(line.said)},
            {"event", time_of(line.event)},
            {"confidence", line.confidence},
            {"corroboration",
             {{"origins", line.corroboration.origins},
              {"outlets", line.corroboration.outlets},
              {"reports", line.corroboration.reports},
              {"tellings", list_of(line.corroboration.tellings, evidence_of)}}},
            {"evidence", list_of(line.evidence, evidence_of)},
            {"first_reported", or_null(line.first_reported)},
            {"last_reported", or_null(line.last_reported)},
            {"status", word_for(kStatusWords, line.status)},
            {"flags", line.flags}};
  if (line.edited) {
    json["edited"] = true;
  }
  return json;
}

Json section_of(const factboxes::Section& section) {
  Json json{{"id", section.id},
            {"heading", section.heading},
            {"kind", word_for(kSectionKindWords, section.kind)},
            {"order", section.order}};
  if (section.edited) {
    json["edited"] = true;
  }
  json["lines"] = list_of(section.lines, line_of);
  return json;
}

Json contradiction_of(const factboxes::ContradictionSides& contradiction) {
  return {{"id", contradiction.id},
          {"about", contradiction.about},
          {"kind", contradiction.kind},
          {"sides", list_of(contradiction.sides, [](const std::vector<std::string>& side) {
             return Json{{"lines", side}};
           })}};
}

Json person_of(const factboxes::Person& person) {
  return {
      {"entity", person.entity},
      {"name", person.name},
      {"surname", or_null(person.surname)},
      {"roles",
       list_of(person.roles,
               [](const factboxes::Person::PersonRole& role) {
                 Json json{{"title", role.title}, {"of", or_null(role.of)}, {"lines", role.lines}};
                 if (role.evidence) {
                   json["evidence"] = evidence_of(*role.evidence);
                 }
                 return json;
               })},
      {"delegation", or_null(person.delegation)},
      {"mentions", person.mentions}};
}

/// A whole number without a fraction, as people write it.
Json number_of(double value) {
  constexpr double kExactlyWhole = 9e15;
  const bool whole = std::trunc(value) == value && std::abs(value) < kExactlyWhole;
  return whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

/// "62" or "[12,120]" as what it stands for; words that are neither stay words.
Json value_of(const std::string& shown) {
  Json json = Json::parse(shown, nullptr, false);
  return json.is_number() || json.is_array() ? json : Json(shown);
}

Json figure_of(const factboxes::FigureEntry& figure) {
  return {{"value", figure.high ? Json::array({number_of(figure.low), number_of(*figure.high)})
                                : number_of(figure.low)},
          {"qualifier", or_null(figure.qualifier)},
          {"unit", or_null(figure.unit)},
          {"of", or_null(figure.of)},
          {"words", or_null(figure.words)},
          {"counted_by", or_null(figure.counted_by)},
          {"lines", figure.lines},
          {"history", list_of(figure.history, [](const factboxes::FigureEntry::Past& past) {
             return Json{{"value", value_of(past.value)},
                         {"qualifier", or_null(past.qualifier)},
                         {"as_of", or_null(past.as_of)},
                         {"report", past.report}};
           })}};
}

Json source_of(const factboxes::Source& source) {
  Json json{{"report", source.report},
            {"outlet", or_null(source.outlet)},
            {"title", or_null(source.title)},
            {"url", or_null(source.url)},
            {"published", or_null(source.published)},
            {"origin", or_null(source.origin)},
            {"sha256", source.sha256}};
  if (!source.published_from.empty()) {
    json["published_from"] = source.published_from;
  }
  return json;
}

Json compiled_of(const factboxes::Compiled& compiled) {
  return {{"reports", compiled.reports},    {"outlets", compiled.outlets},
          {"origins", compiled.origins},    {"first", or_null(compiled.first)},
          {"last", or_null(compiled.last)}, {"undated", compiled.undated},
          {"formula", compiled.formula}};
}

Json claims_of(const std::optional<factboxes::ClaimCounts>& claims) {
  if (!claims) {
    return {};
  }
  Json left_out = Json::object();
  for (const auto& each : claims->left_out) {
    left_out[each.why] = each.count;
  }
  return {{"found", claims->found}, {"shown", claims->shown}, {"left_out", std::move(left_out)}};
}

Json as_made_of(const std::optional<factboxes::AsMade>& made) {
  if (!made) {
    return {};
  }
  const auto piece_of = [](const factboxes::AsMade::Piece& piece) {
    return Json{{"id", piece.id}, {"hash", piece.hash}};
  };
  return {{"title", made->title},
          {"headings", list_of(made->headings, piece_of)},
          {"lines", list_of(made->lines, piece_of)}};
}

}  // namespace

std::string write_factbox_json(const Factbox& page) {
  Json json{{"factbox", 1},
            {"story", page.story},
            {"version", page.version},
            {"title", page.title},
            {"as_of", or_null(page.as_of)},
            {"lang", page.lang},
            {"dateline", page.dateline
                             ? Json{{"place", page.dateline->place}, {"date", page.dateline->date}}
                             : Json()},
            {"compiled", compiled_of(page.compiled)},
            {"lead", page.lead ? line_of(*page.lead) : Json()},
            {"lead_more", list_of(page.lead_more, line_of)},
            {"key_points", page.key_points},
            {"sections", list_of(page.sections, section_of)},
            {"contradictions", list_of(page.contradictions, contradiction_of)},
            {"people", list_of(page.people, person_of)},
            {"figures", list_of(page.figures, figure_of)},
            {"timeline", list_of(page.timeline,
                                 [](const factboxes::TimelineEntry& entry) {
                                   return Json{{"date", entry.date}, {"line", entry.line}};
                                 })},
            {"origins", list_of(page.origins,
                                [](const factboxes::OriginEntry& origin) {
                                  return Json{{"origin", origin.origin},
                                              {"name", or_null(origin.name)},
                                              {"reports", origin.reports}};
                                })},
            {"sources", list_of(page.sources, source_of)},
            {"changes",
             {{"since", or_null(page.changes.since)},
              {"added", page.changes.added},
              {"changed", page.changes.changed},
              {"corrected", page.changes.corrected},
              {"withdrawn", page.changes.withdrawn}}},
            {"claims", claims_of(page.claims)},
            {"as_made", as_made_of(page.as_made)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace factbox::outputs
