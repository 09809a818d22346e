// "It emerged on Monday that …", "He is said to have left", "The talks will reportedly resume":
// somebody says so, and nobody is named.

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

Attribution nobody(Token cue, TokenRange words, std::string_view verb, double confidence) {
  Attribution attribution;
  attribution.cue = cue;
  attribution.cue_words = {words};
  attribution.clause = words;
  attribution.verb = verb;
  attribution.mood = Modality::possible;
  attribution.confidence = confidence;
  return attribution;
}

/// "The talks will reportedly resume": all of the sentence but the adverb.
void find_adverb(const Reading& reading, TokenRange sentence, Token token,
                 std::vector<Attribution>& found) {
  const Hedge* hedge = reading.tables().hedge(reading.lower(token));
  if (hedge == nullptr || !hedge->hearsay || reading.quotation_of(token) >= 0) {
    return;
  }
  const Token verb = reading.head(token);
  if (reading.link(verb) != Link::root || !reading.is_verb(verb)) {
    return;
  }
  Attribution attribution = nobody(token, {token, token + 1}, reading.lower(token), 0.75);
  attribution.mood = hedge->mood;
  for (const TokenRange part : {TokenRange{sentence.first, token}, {token + 1, sentence.past}}) {
    const TokenRange words = reading.trimmed(part);
    if (words.size() > 0) {
      attribution.content.push_back(words);
    }
  }
  if (!attribution.content.empty()) {
    found.push_back(std::move(attribution));
  }
}

/// "He is said to have left".
void find_raising(const Reading& reading, TokenRange sentence, Token verb,
                  std::vector<Attribution>& found) {
  const Cue* cue = cue_of(reading, verb, frames(Frame::raising));
  if (cue == nullptr) {
    return;
  }
  const Clause told = reading.clause(verb);
  if (told.voice != Voice::passive || told.agent != kNoToken || is_negated(reading, told)) {
    return;
  }
  const Token infinitive = reading.child(verb, Link::open_complement);
  const Token subject = told.subject;
  if (infinitive == kNoToken || told.subject_link != Link::passive_subject || infinitive < verb ||
      subject > verb || subject < sentence.first) {
    return;
  }
  const SourceClause clause = source_clause(reading, verb, false);
  Attribution attribution = nobody(verb, clause.cue_words.front(), cue->lemma, 0.7);
  // All of it: "Twelve sailors are thought to have died" can't be said without "are thought".
  const TokenRange what{reading.left_edge(subject),
                        std::min(reading.right_edge(infinitive), sentence.past)};
  attribution.content = {reading.trimmed({std::max(what.first, sentence.first), what.past})};
  found.push_back(std::move(attribution));
}

/// "It emerged that …", "it is believed that …".
void find_impersonal(const Reading& reading, TokenRange sentence, Token verb,
                     std::vector<Attribution>& found) {
  const bool emerges = reading.lemma_is(verb, StatementList::emerges);
  const Cue* cue = cue_of(reading, verb, frames(Frame::clause));
  if (!emerges && cue == nullptr) {
    return;
  }
  const Clause told = reading.clause(verb);
  if ((!emerges && told.voice != Voice::passive) || is_negated(reading, told)) {
    return;
  }
  const Token complement = reading.child(verb, Link::clause_complement);
  if (complement == kNoToken || complement < verb) {
    return;
  }
  if (told.subject_link != (emerges ? Link::subject : Link::passive_subject) ||
      !reading.is(told.subject, StatementList::it)) {
    return;
  }
  SourceClause clause = source_clause(reading, verb, false);
  Attribution attribution =
      nobody(verb, clause.cue_words.front(), emerges ? reading.lemma(verb) : cue->lemma, 0.75);
  if (emerges && !reading.lemma_is(verb, StatementList::seem)) {
    attribution.mood.reset();
  }
  const Token first = std::max(reading.left_edge(complement), verb + 1);
  const Token past = std::min(reading.right_edge(complement), sentence.past);
  TokenRange words = reading.trimmed({first, past});
  if (words.size() > 0 && reading.is(words.first, StatementList::that)) {
    ++words.first;
  }
  if (told.agent != kNoToken) {
    attribution.sources = parallel_phrases(reading, told.agent, verb, sentence.past);
  }
  attribution.content = by_sentence(reading, words);
  if (!attribution.content.empty()) {
    found.push_back(std::move(attribution));
  }
}

}  // namespace

void find_hearsay(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token token = sentence.first; token < sentence.past; ++token) {
    if (reading.is_verb(token)) {
      find_raising(reading, sentence, token, found);
      find_impersonal(reading, sentence, token, found);
    } else if (reading.form(token) == Form::adverb) {
      find_adverb(reading, sentence, token, found);
    }
  }
}

}  // namespace factbox::statements
