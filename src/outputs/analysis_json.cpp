#include "outputs/analysis_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "outputs/analysis_words.h"
#include "outputs/chains.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;
using statements::ReadReport;

Json or_null(const std::string& words) {
  return words.empty() ? Json() : Json(words);
}

Json span_of(ByteRange range) {
  return Json::array({range.begin, range.end});
}

Json spans_of(const std::vector<ByteRange>& ranges) {
  Json spans = Json::array();
  for (const ByteRange range : ranges) {
    spans.push_back(span_of(range));
  }
  return spans;
}

Json time_of(const std::optional<statements::StatedTime>& time) {
  if (!time) {
    return {};
  }
  return {{"value", time->value}, {"span", time->span ? span_of(*time->span) : Json()}};
}

/// Whole numbers as such: 62, not 62.0.
Json number_of(double value) {
  constexpr double kExact = 9e15;
  if (std::abs(value) < kExact && value == std::floor(value)) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json member_of(const statements::ChainMember& member) {
  Json json{{"role", word_for(kRoleWords, member.role)},
            {"hop", member.hop},
            {"span", member.span ? span_of(*member.span) : Json()},
            {"name", or_null(member.name)},
            {"description", or_null(member.description)},
            {"entity", or_null(member.entity)},
            {"anonymous", word_for(kAnonymityWords, member.anonymous)},
            {"verb", or_null(member.verb)}};
  if (member.self) {
    json["self"] = true;
  }
  return json;
}

/// The words of ranges, one string each.
Json words_of(const std::vector<ByteRange>& ranges, std::string_view text) {
  Json words = Json::array();
  for (const ByteRange range : ranges) {
    words.push_back(range.in(text));
  }
  return words;
}

/// What a statement's offsets point to.
void add_words(Json& json, const statements::Statement& statement, std::string_view text) {
  json["words"] = {{"content", words_of(statement.content, text)},
                   {"cue", words_of(statement.cue, text)},
                   {"source", words_of(statement.source, text)},
                   {"speaker", or_null(speaker_of(statement.chain))},
                   {"chain", chain_in_words(statement.chain)}};
}

/// Whether nobody is named for what is reported: somebody wants, thinks or does it, or a cue stands
/// without a source. That is no attribution.
bool is_held(const statements::Statement& statement) {
  return statement.kind != statements::Kind::plain &&
         std::ranges::none_of(statement.chain, [](const statements::ChainMember& one) {
           return one.span.has_value();
         });
}

Json statement_of(const statements::Statement& statement) {
  constexpr double kThousand = 1000;
  Json chain = Json::array();
  for (const statements::ChainMember& member : statement.chain) {
    chain.push_back(member_of(member));
  }
  Json json{{"field", word_for(kFieldWords, statement.field)},
            {"content", spans_of(statement.content)},
            {"cue", spans_of(statement.cue)},
            {"source", spans_of(statement.source)},
            {"kind", word_for(kKindWords, statement.kind)},
            {"act", word_for(kActWords, statement.act)},
            {"chain", std::move(chain)},
            {"modality", word_for(kModalityWords, statement.modality)},
            {"polarity", word_for(kPolarityWords, statement.polarity)},
            {"said", time_of(statement.said)},
            {"event", time_of(statement.event)},
            {"confidence", std::round(statement.confidence * kThousand) / kThousand}};
  if (is_held(statement)) {
    json["held"] = true;
  }
  if (statement.relays) {
    json["relays"] = true;
  }
  return json;
}

Json entities_of(const mentions::Mentions& mentions) {
  Json entities = Json::array();
  for (const mentions::NameMention& mention : mentions.names) {
    Json json{{"field", word_for(kFieldWords, mention.where.field)},
              {"span", span_of(mention.where.range)},
              {"type", texts::shown(mention.type)}};
    if (mention.entity < mentions.entities.size()) {
      const mentions::Entity& entity = mentions.entities[mention.entity];
      json["kind"] = or_null(mention.kind.empty() ? entity.kind : mention.kind);
      json["name"] = or_null(entity.name);
      json["entity"] = or_null(entity.id);
    }
    entities.push_back(std::move(json));
  }
  return entities;
}

Json times_of(const mentions::Mentions& mentions) {
  Json times = Json::array();
  for (const mentions::TimeMention& mention : mentions.times) {
    times.push_back({{"field", word_for(kFieldWords, mention.where.field)},
                     {"span", span_of(mention.where.range)},
                     {"type", word_for(kTimexWords, mention.type)},
                     {"value", mention.value},
                     {"anchor", mention.anchor ? Json(to_iso(*mention.anchor)) : Json()}});
  }
  return times;
}

Json figures_of(const mentions::Mentions& mentions) {
  Json figures = Json::array();
  for (const mentions::Figure& figure : mentions.figures) {
    Json value = number_of(figure.low);
    if (figure.high) {
      value = Json::array({number_of(figure.low), number_of(*figure.high)});
    }
    figures.push_back({{"field", word_for(kFieldWords, figure.where.field)},
                       {"span", span_of(figure.where.range)},
                       {"value", std::move(value)},
                       {"qualifier", or_null(figure.qualifier)},
                       {"bound", word_for(kBoundWords, figure.bound)},
                       {"unit", or_null(figure.unit)},
                       {"of", or_null(figure.of)}});
  }
  return figures;
}

}  // namespace

std::string analysis_json(const ReadReport& read, Analysed what) {
  const auto& report = *read.report;
  Json all{{"id", report.id}};
  if (what == Analysed::words) {
    all["outlet"] = or_null(report.outlet);
    all["title"] = or_null(report.title);
    all["url"] = or_null(report.url);
    all["published"] = or_null(report.published);
  }
  Json statements = Json::array();
  for (const auto* each : {&read.statements, &read.asides}) {
    for (const statements::Statement& statement : *each) {
      statements.push_back(statement_of(statement));
      if (what == Analysed::words) {
        add_words(statements.back(), statement, report.of(statement.field));
      }
    }
  }
  all["statements"] = std::move(statements);
  all["entities"] = entities_of(read.mentions);
  all["times"] = times_of(read.mentions);
  all["figures"] = figures_of(read.mentions);
  if (what == Analysed::words) {
    for (const auto* list : {"entities", "times", "figures"}) {
      for (Json& mention : all[list]) {
        const std::string& text = mention["field"] == "title" ? report.title : report.text;
        const auto begin = mention["span"][0].get<std::uint32_t>();
        mention["words"] = ByteRange{begin, mention["span"][1].get<std::uint32_t>()}.in(text);
      }
    }
  }
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace factbox::outputs
