#include "statements/joined/members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "statements/sources/place.h"
#include "statements/sources/source_clause.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

bool holds(const NounPhrase& phrase, Token token) {
  return phrase.tokens.contains(token);
}

bool has(const std::vector<NounPhrase>& phrases, Token token) {
  return std::ranges::any_of(phrases, [&](const NounPhrase& one) { return holds(one, token); });
}

bool knows(const Attribution& attribution, Token token) {
  return has(attribution.sources, token) || has(attribution.cited, token) ||
         has(attribution.audience, token) ||
         std::ranges::any_of(attribution.carriers,
                             [&](const Carrier& one) { return holds(one.phrase, token); });
}

/// Whether what stands behind the preposition has come by the words, or was told them, by how the
/// sentence is built: "seen by", "in an interview with", "speaking to".
bool is_told_there(const Reading& reading, Token prep) {
  const Token up = reading.head(prep);
  const StatementTables& tables = reading.tables();
  const std::string_view word = reading.lemma(up);
  if (reading.is(prep, StatementList::talks_to)) {
    const bool noun = texts::is_noun(reading.form(up)) && tables.lists(StatementList::talk, word);
    return noun || (reading.form(up) == Form::present_participle &&
                    tables.lists(StatementList::talking, word));
  }
  return reading.link(prep) == Link::agent && reading.form(up) == Form::past_participle &&
         tables.lists(StatementList::obtains, word);
}

/// Whether the phrase's head is a thing whose maker, behind it, is the outlet.
bool is_made_behind(const Reading& reading, const NounPhrase& phrase) {
  return reading.tables().source_noun(reading.lemma(phrase.head)) != nullptr &&
         kind_of(reading, phrase).outlet != nullptr &&
         outlet_in(reading, {phrase.tokens.first, phrase.head + 1}) == nullptr;
}

/// The outlets behind a preposition: "seen by Reuters", "with the Post and the Herald". `story`:
/// what it made is the source, so that a maker may be one that no table has ("a report Tuesday from
/// WKOW").
std::vector<Carrier> carriers_behind(const Reading& reading, Token noun, Token past, bool story) {
  const Token prep = reading.head(noun);
  if (!reading.is(prep, StatementList::carries)) {
    return {};
  }
  const bool makes = story && reading.is(prep, StatementList::made_by) &&
                     texts::is_name(reading.form(noun)) && !reading.is_time(noun);
  const Place place = is_told_there(reading, prep) ? Place::told : Place::speaks;
  std::vector<Carrier> carriers;
  for (const NounPhrase& phrase : parallel_phrases(reading, noun, prep + 1, past)) {
    const bool outlet = !reading.is(phrase.head, StatementList::interview) &&
                        carries_at(reading, phrase, place) && !is_made_behind(reading, phrase);
    if (makes || outlet) {
      carriers.push_back({phrase, std::string{reading.lemma(reading.head(prep))}});
    }
  }
  return carriers;
}

/// "In a newspaper interview": the outlet stands before the noun.
std::vector<Carrier> carrier_before(const Reading& reading, Token modifier) {
  const Token noun = reading.head(modifier);
  if (!reading.is(noun, StatementList::interview) || noun < modifier) {
    return {};
  }
  const NounPhrase phrase{modifier, reading.trimmed({reading.left_edge(noun), modifier + 1})};
  const bool outlet = carries_at(reading, phrase, Place::speaks);
  return outlet ? std::vector<Carrier>{{phrase, "interview"}} : std::vector<Carrier>{};
}

void add(Attribution& attribution, std::vector<Carrier> carriers) {
  for (Carrier& carrier : carriers) {
    if (!knows(attribution, carrier.phrase.head)) {
      attribution.carriers.push_back(std::move(carrier));
    }
  }
}

/// "A letter from the auditor seen by Reuters": the outlet stands in the words of the source, which
/// end before it.
void part_source(const Reading& reading, Attribution& attribution, NounPhrase& source) {
  for (Token token = source.head + 1; token < source.tokens.past; ++token) {
    const bool relayed = reading.form(token) == Form::past_participle &&
                         reading.lemma_is(token, StatementList::obtains);
    const Token noun = relayed ? reading.clause(token).agent : kNoToken;
    if (noun == kNoToken || noun < token || noun >= source.tokens.past) {
      continue;
    }
    std::vector<Carrier> carriers = carriers_behind(reading, noun, source.tokens.past, false);
    if (carriers.empty()) {
      continue;
    }
    source.tokens.past = std::max(std::min(reading.left_edge(token), token), source.head + 1);
    source.tokens = reading.trimmed(source.tokens);
    return add(attribution, std::move(carriers));
  }
}

/// Whether a token hangs on the cue or on its source.
bool belongs_to(const Reading& reading, Token token, const Attribution& attribution) {
  constexpr int kFarthest = 10;
  for (int steps = 0; steps < kFarthest; ++steps) {
    if (token == attribution.cue || has(attribution.sources, token)) {
      return true;
    }
    const Token up = reading.head(token);
    if (up == token) {
      break;
    }
    token = up;
  }
  return false;
}

/// Outlets in the words around the cue: "in an interview with the Post", "seen by Reuters"; and
/// farther behind, where the words tell by their building that they were for an outlet.
void add_carriers(const Reading& reading, TokenRange sentence, Attribution& attribution) {
  constexpr Token kFarthest = 40;
  const Token past = std::min(attribution.clause.past, attribution.clause.first + kFarthest);
  const bool story = attribution.sources.size() == 1 &&
                     kind_of(reading, attribution.sources.front()).kind == SourceClass::story;
  for (NounPhrase& source : attribution.sources) {
    part_source(reading, attribution, source);
  }
  const Token before = std::max(
      sentence.first, attribution.clause.first - std::min(attribution.clause.first, kFarthest));
  for (Token token = before; token < std::min(sentence.past, past + kFarthest); ++token) {
    const Link link = reading.link(token);
    const bool inside = token >= attribution.clause.first && token < past;
    const bool in_content = std::ranges::any_of(
        attribution.content, [&](TokenRange range) { return range.contains(token); });
    if (knows(attribution, token) || (!inside && in_content)) {
      continue;
    }
    if (link == Link::prepositional_object) {
      const bool near = inside || (is_told_there(reading, reading.head(token)) &&
                                   belongs_to(reading, token, attribution));
      if (near) {
        add(attribution, carriers_behind(reading, token, inside ? past : sentence.past, story));
      }
    } else if (inside && (link == Link::compound || link == Link::possessor)) {
      add(attribution, carrier_before(reading, token));
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

/// "The weekly quoting port officials": whom a source quotes is no part of its name.
void part_at(const Reading& reading, Token citing, Attribution& attribution) {
  for (NounPhrase& source : attribution.sources) {
    if (holds(source, citing) && source.head < citing) {
      source.tokens = reading.trimmed({source.tokens.first, citing});
    }
  }
}

/// "The weekly quoting port officials": the parser takes all of it for one source.
void part_quoting(const Reading& reading, Attribution& attribution) {
  for (NounPhrase& source : attribution.sources) {
    for (Token token = source.tokens.first + 1; token < source.head; ++token) {
      const bool quotes = reading.form(token) == Form::present_participle &&
                          reading.lemma_is(token, StatementList::cites);
      if (!quotes || reading.form(token - 1) == Form::determiner) {
        continue;
      }
      const NounPhrase cited{source.head, {token + 1, source.tokens.past}};
      source = {token - 1, {source.tokens.first, token}};
      attribution.cited.push_back(cited);
      attribution.cue_words.push_back({token, token + 1});
      return;
    }
  }
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
    part_quoting(reading, one);
    add_carriers(reading, sentence, one);
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
    part_at(reading, token, *owner);
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
