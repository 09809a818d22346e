#include "statements/content/cue_verb.h"

#include <algorithm>

#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

bool has_particle(const Reading& reading, Token verb, std::string_view particle) {
  constexpr Token kNear = 3;
  const Token past = std::min(reading.size(), verb + 1 + kNear);
  for (Token token = verb + 1; token < past; ++token) {
    if (reading.is_word(token, particle)) {
      return true;
    }
  }
  return false;
}

bool goes_on_to(const Reading& reading, Token verb) {
  if (reading.link(verb) != Link::open_complement) {
    return false;
  }
  return reading.lemma_is(reading.head(verb), StatementList::goes_on);
}

/// "If he says so": nothing was said yet.
bool is_supposed(const Reading& reading, const Clause& clause) {
  return reading.is(clause.marker, StatementList::if_or_unless) ||
         reading.is(clause.marker, StatementList::whether);
}

}  // namespace

const Cue* cue_of(const Reading& reading, Token verb, std::uint16_t frames) {
  for (const Cue& cue : reading.tables().cues(reading.lemma(verb))) {
    if (cue.noun || (cue.frames & frames) == 0) {
      continue;
    }
    if (cue.particle.empty() || has_particle(reading, verb, cue.particle)) {
      return &cue;
    }
  }
  return nullptr;
}

bool was_done(const Reading& reading, Token verb) {
  if (!reading.is_verb(verb)) {
    return false;
  }
  const Clause clause = reading.clause(verb);
  if (clause.voice == Voice::passive || is_negated(reading, clause) ||
      is_supposed(reading, clause)) {
    return false;
  }
  const bool helped = clause.helpers.front() != kNoToken;
  const Form form = reading.form(verb);
  if (form == Form::base_verb) {
    if (clause.modal == kNoToken) {
      return helped;  // "did say"; a bare one is an order
    }
    return reading.is(clause.modal, StatementList::will) ||
           (clause.mood == Mood::infinitive && goes_on_to(reading, verb));
  }
  if (form == Form::past_participle) {
    return helped || clause.subject_link == Link::subject;
  }
  return true;
}

bool is_deed(const Reading& reading, Token verb) {
  if (!reading.is_verb(verb) || !reading.lemma_is(verb, StatementList::deeds)) {
    return false;
  }
  const Token told = reading.child(verb, Link::clause_complement);
  const bool infinitive = told != kNoToken && reading.clause(told).mood == Mood::infinitive;
  return reading.child(verb, Link::open_complement) != kNoToken || infinitive;
}

bool speaks_of_itself(const Reading& reading, const SourceClause& clause) {
  if (clause.subjects.empty() || reading.quotation_of(clause.verb) < 0) {
    return false;
  }
  return reading.tables().lists(StatementList::first_person,
                                reading.lower(clause.subjects.front().head));
}

Attribution begin_attribution(const Reading& reading, const SourceClause& clause, const Cue& cue) {
  Attribution attribution;
  attribution.cue = clause.verb;
  attribution.cue_words = clause.cue_words;
  attribution.verb = cue.lemma;
  if (!cue.particle.empty()) {
    attribution.verb += ' ' + cue.particle;
  }
  attribution.sources = clause.subjects;
  attribution.audience = clause.audience;
  attribution.clause = clause.tokens;
  attribution.act = cue.act;
  attribution.mood = cue.mood;
  attribution.confidence = cue.trust * clause_trust(reading, clause);
  if (!clause.subjects.empty() && !cue.takes(Frame::document)) {
    const std::optional<SourceClass> kind = kind_of(reading, clause.subjects.front()).kind;
    const bool thing = kind == SourceClass::document || kind == SourceClass::matter ||
                       kind == SourceClass::poll || kind == SourceClass::story;
    if (thing) {
      attribution.confidence *= 0.5;
    }
  }
  return attribution;
}

double clause_trust(const Reading& reading, const SourceClause& clause) {
  double trust = 1;
  if (clause.subjects.empty()) {
    trust *= 0.4;
  } else if (!can_say(reading, clause.subjects.front())) {
    trust *= 0.6;
  }
  if (clause.borrowed_subject) {
    trust *= 0.8;
  }
  if (reading.quotation_of(clause.verb) >= 0) {
    trust *= 0.4;
  }
  return trust;
}

}  // namespace factbox::statements
