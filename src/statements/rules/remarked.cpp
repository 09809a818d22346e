// "She made the remarks in a meeting with …": who said what stands in the sentences around it.

#include "statements/content/cue_verb.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// "The remarks", "these comments": told of before or behind.
bool points_to_words(const Reading& reading, Token noun) {
  if (!reading.lemma_is(noun, StatementList::words_said)) {
    return false;
  }
  const Token det = reading.child(noun, Link::determiner);
  return det != kNoToken && reading.is(det, StatementList::definite) &&
         reading.right_edge(noun) == noun + 1;
}

}  // namespace

void find_remarked(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb) || !reading.lemma_is(verb, StatementList::make) ||
        !was_done(reading, verb)) {
      continue;
    }
    const Token noun = reading.child(verb, Link::object);
    if (noun == kNoToken || noun < verb || !points_to_words(reading, noun)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || clause.borrowed_subject ||
        !can_say(reading, clause.subjects.front())) {
      continue;
    }
    Attribution attribution;
    attribution.cue = verb;
    attribution.cue_words = {{verb, noun + 1}};
    attribution.verb = "say";
    attribution.sources = clause.subjects;
    attribution.clause = {clause.tokens.first, sentence.past};
    attribution.confidence = 0.6;  // names who said it, and nothing for a page
    found.push_back(std::move(attribution));
  }
}

}  // namespace factbox::statements
