// "The agency quoted the minister as saying that …", "…, he was quoted by Interfax as saying".

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

/// The "saying" of "quoted … as saying"; kNoToken if there is none.
Token saying_of(const Reading& reading, Token verb, Token past) {
  constexpr Token kFarthest = 40;
  for (Token token = verb + 1; token < std::min(past, verb + kFarthest); ++token) {
    if (!reading.is(token, StatementList::as) || token + 1 >= past) {
      continue;
    }
    const Token next = token + 1;
    if (reading.form(next) == Form::present_participle &&
        !reading.tables().cues(reading.lemma(next)).empty()) {
      return next;
    }
  }
  return kNoToken;
}

/// Two subjects side by side are one that the parser tore apart: "An official, Nava Nabagesera,
/// was quoted".
void join_torn_subject(const Reading& reading, Token verb, NounPhrase& subject) {
  for (const Token child : reading.children(verb)) {
    if (child >= verb) {
      break;
    }
    if (reading.link(child) != Link::passive_subject && reading.link(child) != Link::subject) {
      continue;
    }
    subject.tokens.first = std::min(subject.tokens.first, reading.left_edge(child));
    subject.tokens.past =
        std::max(subject.tokens.past, phrase_of(reading, child, 0, verb).tokens.past);
  }
  while (subject.tokens.past > subject.tokens.first + 1 &&
         reading.is_punct(subject.tokens.past - 1)) {
    --subject.tokens.past;
  }
}

void add_carriers(const std::vector<NounPhrase>& phrases, std::string_view verb,
                  Attribution& attribution) {
  for (const NounPhrase& phrase : phrases) {
    attribution.carriers.push_back({phrase, std::string{verb}});
  }
}

/// "The road is open, IRNA quoted the ambassador on Saturday."
void find_quoted_alone(const Reading& reading, TokenRange sentence, Token verb,
                       std::vector<Attribution>& found) {
  if (!reading.lemma_is(verb, StatementList::quote) || !reading.has_tense(verb)) {
    return;
  }
  const Token spoken = reading.child(verb, Link::object);
  SourceClause clause = source_clause(reading, verb, false);
  if (spoken == kNoToken || spoken < verb || clause.subjects.empty() || clause.inverted) {
    return;
  }
  const Token before = clause.tokens.first;
  if (before == sentence.first || !reading.is_punct(before - 1)) {
    return;
  }
  Attribution attribution;
  attribution.cue = verb;
  attribution.cue_words = clause.cue_words;
  attribution.verb = "say";
  attribution.sources = parallel_phrases(reading, spoken, verb + 1, sentence.past);
  if (!can_be_cited(reading, attribution.sources.front())) {
    return;
  }
  add_carriers(clause.subjects, "quote", attribution);
  clause.tokens.past = sentence.past;
  const Placement placement = place_content(reading, clause, {});
  attribution.clause = clause.tokens;
  attribution.content = placement.content;
  attribution.quotation = placement.quotation;
  attribution.confidence = 0.85;
  if (placement.found()) {
    found.push_back(std::move(attribution));
  }
}

/// "He was quoted by Interfax as saying": who spoke is the subject, who quotes the agent.
void read_passive(const Reading& reading, const Clause& quoted, Token saying, SourceClause& clause,
                  Attribution& attribution) {
  const Token verb = quoted.verb;
  attribution.sources = clause.subjects;
  if (!attribution.sources.empty()) {
    NounPhrase& subject = attribution.sources.front();
    join_torn_subject(reading, verb, subject);
    clause.tokens.first = std::min(clause.tokens.first, subject.tokens.first);
  }
  if (quoted.agent != kNoToken) {
    add_carriers(parallel_phrases(reading, quoted.agent, verb, saying - 1), reading.lemma(verb),
                 attribution);
  }
}

/// "Interfax quoted him as saying": who quotes is the subject, who spoke the object.
void read_active(const Reading& reading, const Clause& quoting, Token saying,
                 const SourceClause& clause, Attribution& attribution) {
  const Token verb = quoting.verb;
  if (quoting.object != kNoToken) {
    attribution.sources = parallel_phrases(reading, quoting.object, verb + 1, saying - 1);
  }
  add_carriers(clause.subjects, reading.lemma(verb), attribution);
}

Attribution quoted_as(const Reading& reading, TokenRange sentence, Token verb, Token saying) {
  SourceClause clause = source_clause(reading, verb, false);
  Attribution attribution;
  attribution.cue = verb;
  attribution.verb = reading.lemma(saying);
  attribution.cue_words = clause.cue_words;
  attribution.cue_words.push_back({saying - 1, saying + 1});
  const Clause quoted = reading.clause(verb);
  if (quoted.voice == Voice::passive || quoted.agent != kNoToken) {
    read_passive(reading, quoted, saying, clause, attribution);
  } else {
    read_active(reading, quoted, saying, clause, attribution);
  }
  clause.verb = saying;
  clause.main = verb;
  clause.tokens.past = std::min(past_circumstances(reading, saying, saying + 1), sentence.past);
  const Placement placement = place_content(reading, clause, {});
  attribution.clause = clause.tokens;
  attribution.content = placement.content;
  attribution.quotation = placement.quotation;
  attribution.confidence = placement.clean ? 0.95 : 0.8;
  if (attribution.sources.empty()) {
    attribution.confidence = 0.4;
  }
  if (!placement.found()) {
    attribution.confidence *= 0.8;
  }
  return attribution;
}

}  // namespace

void find_quoted_as(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb) || !reading.lemma_is(verb, StatementList::cites)) {
      continue;
    }
    const Token saying = saying_of(reading, verb, sentence.past);
    if (saying == kNoToken) {
      find_quoted_alone(reading, sentence, verb, found);
    } else {
      found.push_back(quoted_as(reading, sentence, verb, saying));
    }
  }
}

}  // namespace factbox::statements
