#include "outputs/analysis_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "outputs/factbox_words.h"

namespace factbox::outputs {
namespace {

using Json = nlohmann::ordered_json;
using statements::ReadReport;

constexpr Words<statements::Kind, 4> kKindWords{{
    {statements::Kind::quote, "quote"},
    {statements::Kind::mixed, "mixed"},
    {statements::Kind::indirect, "indirect"},
    {statements::Kind::plain, "plain"},
}};

constexpr Words<statements::Act, 3> kActWords{{
    {statements::Act::said, "said"},
    {statements::Act::thought, "thought"},
    {statements::Act::intent, "intent"},
}};

constexpr Words<mentions::TimexType, 4> kTimexWords{{
    {mentions::TimexType::date, "DATE"},
    {mentions::TimexType::time, "TIME"},
    {mentions::TimexType::duration, "DURATION"},
    {mentions::TimexType::set, "SET"},
}};

constexpr Words<mentions::Bound, 6> kBoundWords{{
    {mentions::Bound::equal, "="},
    {mentions::Bound::about, "~"},
    {mentions::Bound::above, ">"},
    {mentions::Bound::below, "<"},
    {mentions::Bound::up, "up"},
    {mentions::Bound::down, "down"},
}};

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

std::string analysis_json(const ReadReport& read) {
  Json statements = Json::array();
  for (const statements::Statement& statement : read.statements) {
    statements.push_back(statement_of(statement));
  }
  for (const statements::Statement& statement : read.asides) {
    statements.push_back(statement_of(statement));
  }
  const Json json{{"id", read.report->id},
                  {"statements", std::move(statements)},
                  {"entities", entities_of(read.mentions)},
                  {"times", times_of(read.mentions)},
                  {"figures", figures_of(read.mentions)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace factbox::outputs
