#include "statements/joined/members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "statements/sources/source_clause.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

bool is_outlet(const Reading& reading, const NounPhrase& phrase) {
  const SourceKind kind = kind_of(reading, phrase);
  return kind.kind == SourceClass::outlet || kind.kind == SourceClass::media ||
         (kind.kind == SourceClass::reporter && kind.name);
}

bool holds(const NounPhrase& phrase, Token token) {
  return phrase.tokens.contains(token);
}

bool has(const std::vector<NounPhrase>& phrases, Token token) {
  return std::ranges::any_of(phrases, [&](const NounPhrase& one) { return holds(one, token); });
}

bool knows(const Attribution& attribution, Token token) {
  return has(attribution.sources, token) || has(attribution.cited, token) ||
         (attribution.audience && holds(*attribution.audience, token)) ||
         std::ranges::any_of(attribution.carriers,
                             [&](const Carrier& one) { return holds(one.phrase, token); });
}

/// The outlet behind a preposition: "seen by Reuters", "with the Post". `story`: what it made is
/// the source, so that a maker may be one that no table has ("a report Tuesday from WKOW").
std::optional<Carrier> carrier_behind(const Reading& reading, Token noun, Token past, bool story) {
  const Token prep = reading.head(noun);
  if (!reading.is(prep, StatementList::carries)) {
    return std::nullopt;
  }
  const NounPhrase phrase = phrase_of(reading, noun, prep + 1, past);
  Carrier carrier{phrase, std::string{reading.lemma(reading.head(prep))}};
  const bool makes = reading.is(prep, StatementList::made_by);
  const bool relayed = reading.is(prep, StatementList::by) &&
                       reading.lemma_is(reading.head(prep), StatementList::cites);
  if (((story && makes) || relayed) && texts::is_name(reading.form(noun)) &&
      !reading.is_time(noun)) {
    return carrier;
  }
  if (reading.is(noun, StatementList::interview) || !is_outlet(reading, phrase)) {
    return std::nullopt;
  }
  // Not a thing whose maker, behind it, is the outlet.
  const bool thing = reading.tables().source_noun(reading.lemma(noun)) != nullptr &&
                     kind_of(reading, phrase).outlet != nullptr &&
                     outlet_in(reading, {phrase.tokens.first, noun + 1}) == nullptr;
  return thing ? std::nullopt : std::optional{std::move(carrier)};
}

/// "In a newspaper interview": the outlet stands before the noun.
std::optional<Carrier> carrier_before(const Reading& reading, Token modifier) {
  const Token noun = reading.head(modifier);
  if (!reading.is(noun, StatementList::interview) || noun < modifier) {
    return std::nullopt;
  }
  const NounPhrase phrase{modifier, reading.trimmed({reading.left_edge(noun), modifier + 1})};
  return is_outlet(reading, phrase) ? std::optional{Carrier{phrase, "interview"}} : std::nullopt;
}

/// Outlets in the words around the cue: "in an interview with the Post", "seen by Reuters".
void add_carriers(const Reading& reading, Attribution& attribution) {
  constexpr Token kFarthest = 40;
  const Token past = std::min(attribution.clause.past, attribution.clause.first + kFarthest);
  const bool story = attribution.sources.size() == 1 &&
                     kind_of(reading, attribution.sources.front()).kind == SourceClass::story;
  for (Token token = attribution.clause.first; token < past; ++token) {
    if (knows(attribution, token)) {
      continue;
    }
    const Link link = reading.link(token);
    std::optional<Carrier> carrier;
    if (link == Link::prepositional_object) {
      carrier = carrier_behind(reading, token, past, story);
    } else if (link == Link::compound || link == Link::possessor) {
      carrier = carrier_before(reading, token);
    }
    if (carrier) {
      attribution.carriers.push_back(*std::move(carrier));
    }
  }
}

/// Of a story and the outlet that made it, only the outlet counts.
void join_story(const Reading& reading, Attribution& attribution) {
  if (attribution.sources.size() != 1 || attribution.carriers.empty()) {
    return;
  }
  if (kind_of(reading, attribution.sources.front()).kind != SourceClass::story) {
    return;
  }
  attribution.sources.clear();
  for (Carrier& carrier : attribution.carriers) {
    attribution.sources.push_back(carrier.phrase);
  }
  attribution.carriers.clear();
  attribution.story = true;
}

/// The attribution that a "citing" belongs to: by the parse, else the nearest cue before it.
Attribution* citing_of(const Reading& reading, Token citing, std::span<Attribution> attributions) {
  constexpr int kFarthest = 8;
  Token at = citing;
  for (int steps = 0; steps < kFarthest; ++steps) {
    at = reading.head(at);
    for (Attribution& one : attributions) {
      if (one.cue == at || has(one.sources, at)) {
        return &one;
      }
    }
    if (reading.head(at) == at) {
      break;
    }
  }
  Attribution* nearest = nullptr;
  for (Attribution& one : attributions) {
    if (one.cue < citing && one.clause.past + 3 >= citing) {
      nearest = &one;
    }
  }
  return nearest;
}

bool is_citing(const Reading& reading, Token token, TokenRange sentence) {
  if (!reading.is_verb(token) || !reading.lemma_is(token, StatementList::cites)) {
    return false;
  }
  for (Token next = token + 1; next + 1 < std::min(sentence.past, token + 40); ++next) {
    if (reading.is(next, StatementList::as) && reading.form(next + 1) == Form::present_participle) {
      return false;
    }
  }
  if (reading.form(token) == Form::present_participle) {
    return true;
  }
  const Token subject = reading.child(token, Link::subject);
  return subject != kNoToken && reading.is(subject, StatementList::which);
}

}  // namespace

void complete_members(const Reading& reading, TokenRange sentence,
                      std::span<Attribution> attributions) {
  for (Attribution& one : attributions) {
    add_carriers(reading, one);
    join_story(reading, one);
  }
  for (Token token = sentence.first; token < sentence.past; ++token) {
    if (!is_citing(reading, token, sentence)) {
      continue;
    }
    const Token object = reading.child(token, Link::object);
    if (object == kNoToken || object < token) {
      continue;
    }
    Attribution* owner = citing_of(reading, token, attributions);
    if (owner == nullptr || owner->cue == token) {
      continue;
    }
    for (const NounPhrase& phrase : parallel_phrases(reading, object, token + 1, sentence.past)) {
      if (!can_be_cited(reading, phrase) || knows(*owner, phrase.head)) {
        continue;
      }
      owner->cited.push_back(phrase);
    }
    owner->cue_words.push_back({token, token + 1});
    // "…, quoting an official" behind words in quotation marks: the official spoke them.
    owner->quotes =
        owner->quotes || (owner->quotation && reading.lemma_is(token, StatementList::quote));
  }
}

}  // namespace factbox::statements
