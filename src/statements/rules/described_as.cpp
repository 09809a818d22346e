// "The minister described the talks as useful", "… called it a mistake".

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// "as useful" of "described the talks as useful", "a mistake" of "called it a mistake".
Token judgement_of(const Reading& reading, Token verb) {
  for (const Token child : reading.children(verb)) {
    if (child < verb) {
      continue;
    }
    const Link link = reading.link(child);
    if (link == Link::object_predicate ||
        (link == Link::preposition && reading.is(child, StatementList::as))) {
      return child;
    }
    if (link == Link::clause_complement && !reading.is_finite(child)) {
      return child;
    }
  }
  return kNoToken;
}

}  // namespace

void find_described_as(const Reading& reading, TokenRange sentence,
                       std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Token judgement = judgement_of(reading, verb);
    if (judgement == kNoToken) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::described_as));
    if (cue == nullptr || !was_done(reading, verb)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause)) {
      continue;
    }
    if (!can_say(reading, clause.subjects.front())) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.confidence *= 0.5;
    attribution.complement = true;
    attribution.content =
        by_sentence(reading, {verb + 1, std::min(reading.right_edge(judgement), sentence.past)});
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
