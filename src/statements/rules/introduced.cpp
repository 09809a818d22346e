// "The candidate turned to the crowd: "Let us go home."": a quotation behind a colon, by whoever
// the clause before it is about.

#include "statements/content/cue_verb.h"
#include "statements/content/modality.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// Whether another verb there says it ("a statement saying: …").
bool has_cue(const Reading& reading, TokenRange words) {
  for (Token token = words.first; token < words.past; ++token) {
    if (reading.is_verb(token) &&
        cue_of(reading, token, frames(Frame::clause, Frame::quote)) != nullptr) {
      return true;
    }
    if (reading.is(token, StatementList::according)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void find_introduced(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token colon = sentence.first + 2; colon + 1 < sentence.past; ++colon) {
    if (reading.word(colon) != ":" || reading.quotation_of(colon) >= 0) {
      continue;
    }
    const std::int32_t quotation = reading.opens(colon + 1);
    const TokenRange before{sentence.first, colon};
    const Token verb = quotation < 0 ? kNoToken : top_of(reading, {before});
    if (verb == kNoToken || !reading.is_verb(verb) || !reading.has_tense(verb) ||
        has_cue(reading, before)) {
      return;
    }
    const Clause told = reading.clause(verb);
    if (told.subject_link != Link::subject || told.voice == Voice::passive) {
      return;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || !can_say(reading, clause.subjects.front())) {
      return;
    }
    Attribution attribution;
    attribution.cue = verb;
    attribution.cue_words = clause.cue_words;
    attribution.verb = reading.lemma(verb);
    attribution.sources = clause.subjects;
    attribution.clause = {clause.tokens.first, colon};
    attribution.content = quoted_words(reading, quotation);
    attribution.quotation = true;
    attribution.confidence = 0.85;
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
    return;
  }
}

}  // namespace factbox::statements
