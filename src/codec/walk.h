/// \file
/// In which order the fields of a read report stand in bytes. One description for both ways: `Way`
/// is ByteWriter, with values that are only read, or ByteReader, which fills them. A new field is
/// one line here, a new version in read_report.cpp, and a line of docs/read-report-format.md.
#pragma once

#include <cmath>
#include <string_view>
#include <type_traits>

#include "base/byte_range.h"
#include "base/instant.h"
#include "mentions/mentions.h"
#include "reports/report.h"
#include "statements/statement.h"

namespace factbox::codec {

/// A value on its way: const where it is written.
template <class Way, class T>
using Of = std::conditional_t<Way::kWrites, const T, T>&;

template <class Way>
void walk_time(Way& way, Of<Way, PrintedTime> time) {
  way.moment(time.first);
  way.moment(time.past);
  way.require(time.first <= time.past, "a time that ends before it begins");
  way.choice(time.precision, Precision::year);
  way.seconds(time.offset);
}

/// Text and title stand first: places are checked against them.
template <class Way>
void walk_report(Way& way, Of<Way, reports::Report> report) {
  way.whole(report.text);
  way.whole(report.title);
  for (auto* field : {&report.id, &report.url, &report.outlet, &report.lang, &report.published}) {
    way.words(*field);
  }
  way.maybe(report.published_at, [&](auto& time) { walk_time(way, time); });
  way.flag(report.published_estimated);
  way.words(report.published_from);
  way.list(report.authors, [&](auto& author) { way.words(author); });
  for (auto* field : {&report.dateline, &report.agency, &report.section, &report.canonical_url,
                      &report.modified, &report.anchor, &report.fetched, &report.sha256}) {
    way.words(*field);
  }
  way.raw(report.path);  // names of files need not be UTF-8
  way.list(report.doubts, [&](auto& doubt) { way.words(doubt); });
}

template <class Way>
void walk_passage(Way& way, Of<Way, Passage> where, const reports::Report& report) {
  way.choice(where.field, Field::title);
  way.range(where.range, report.of(where.field));
}

template <class Way>
void walk_time_mention(Way& way, Of<Way, mentions::TimeMention> time,
                       const reports::Report& report) {
  walk_passage(way, time.where, report);
  way.choice(time.type, mentions::TimexType::set);
  way.words(time.value);
  for (auto* moment : {&time.first, &time.past, &time.anchor}) {
    way.maybe(*moment, [&](auto& known) { way.moment(known); });
  }
}

template <class Way>
void walk_figure(Way& way, Of<Way, mentions::Figure> figure, const reports::Report& report) {
  walk_passage(way, figure.where, report);
  way.real(figure.low);
  way.maybe(figure.high, [&](auto& high) { way.real(high); });
  way.words(figure.qualifier);
  way.choice(figure.bound, mentions::Bound::down);
  way.words(figure.unit);
  way.words(figure.of);
  way.maybe(figure.of_range, [&](auto& range) { way.range(range, report.of(figure.where.field)); });
}

template <class Way>
void walk_entity(Way& way, Of<Way, mentions::Entity> entity, const reports::Report& report) {
  way.words(entity.id);
  way.words(entity.name);
  way.choice(entity.type, texts::NameType::work);
  way.words(entity.kind);
  way.list(entity.roles, [&](auto& role) {
    walk_passage(way, role.where, report);
    way.words(role.title);
    way.words(role.of);
  });
}

template <class Way>
void walk_name(Way& way, Of<Way, mentions::NameMention> name, const reports::Report& report,
               std::size_t entities) {
  walk_passage(way, name.where, report);
  way.choice(name.type, texts::NameType::work);
  way.index(name.entity, entities);
  way.words(name.kind);
  way.maybe(name.role, [&](auto& role) { way.range(role, report.of(name.where.field)); });
}

/// Entities stand before the mentions that refer to them.
template <class Way>
void walk_mentions(Way& way, Of<Way, mentions::Mentions> all, const reports::Report& report) {
  way.list(all.times, [&](auto& time) { walk_time_mention(way, time, report); });
  way.list(all.figures, [&](auto& figure) { walk_figure(way, figure, report); });
  way.list(all.entities, [&](auto& entity) { walk_entity(way, entity, report); });
  way.list(all.names, [&](auto& name) { walk_name(way, name, report, all.entities.size()); });
}

template <class Way>
void walk_member(Way& way, Of<Way, statements::ChainMember> member, std::string_view text) {
  way.choice(member.role, statements::Role::outlet);
  way.number(member.hop);
  way.maybe(member.span, [&](auto& span) { way.range(span, text); });
  for (auto* field : {&member.name, &member.description, &member.entity}) {
    way.words(*field);
  }
  way.choice(member.anonymous, statements::Anonymity::unnamed);
  way.words(member.verb);
  way.flag(member.self);
}

template <class Way>
void walk_statement(Way& way, Of<Way, statements::Statement> one, const reports::Report& report) {
  way.choice(one.field, Field::title);
  const std::string_view text = report.of(one.field);
  for (auto* ranges : {&one.content, &one.cue, &one.source}) {
    way.list(*ranges, [&](auto& range) { way.range(range, text); });
  }
  way.choice(one.kind, statements::Kind::plain);
  way.choice(one.act, statements::Act::intent);
  way.list(one.chain, [&](auto& member) { walk_member(way, member, text); });
  // Every chain ends with the report's own outlet, and no hop is longer than the chain.
  way.require(!one.chain.empty(), "a statement that nobody carries");
  for (const auto& member : one.chain) {
    way.require(member.hop < one.chain.size(), "a hop beyond the chain");
  }
  way.choice(one.modality, statements::Modality::predicted);
  way.choice(one.polarity, statements::Polarity::negative);
  way.flag(one.relays);
  way.flag(one.aside);
  for (auto* time : {&one.said, &one.event}) {
    way.maybe(*time, [&](auto& stated) {
      way.words(stated.value);
      way.maybe(stated.span, [&](auto& span) { way.range(span, text); });
    });
  }
  way.real(one.confidence);
  way.require(one.confidence >= 0 && one.confidence <= 1, "a confidence beyond 0 and 1");
}

}  // namespace factbox::codec
