// "The ministry denied the report", "… denied firing on the ship", "… rejected claims that …".

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

/// "claims that it had fired": the clause that a noun carries.
Token clause_of_noun(const Reading& reading, Token noun) {
  for (const Token child : reading.children(noun)) {
    const Link link = reading.link(child);
    if (child > noun &&
        (link == Link::noun_clause || link == Link::clause_complement ||
         link == Link::relative_clause) &&
        reading.is(reading.left_edge(child), StatementList::that) && reading.is_finite(child)) {
      return child;
    }
  }
  return kNoToken;
}

/// "firing", "having fired".
bool is_gerund(const Reading& reading, Token verb) {
  const Token helper = reading.child(verb, Link::auxiliary);
  return reading.form(verb) == Form::present_participle ||
         (helper != kNoToken && reading.form(helper) == Form::present_participle);
}

/// What is denied, and how sure one may be that it is a claim.
struct Denied {
  Token top = kNoToken;
  bool clause = false;  ///< of a noun: "claims that it had fired"
  double trust = 0.5;   ///< of a noun alone: "the report"
};

Denied denied_by(const Reading& reading, Token verb) {
  const Token object = reading.child(verb, Link::object);
  const Token carried = object == kNoToken ? kNoToken : clause_of_noun(reading, object);
  if (carried != kNoToken) {
    return {carried, true, 1};
  }
  for (const Link link : {Link::open_complement, Link::clause_complement}) {
    const Token gerund = reading.child(verb, link);
    if (gerund != kNoToken && gerund > verb && is_gerund(reading, gerund)) {
      return {gerund, false, 0.8};
    }
  }
  return {object, false, 0.5};
}

}  // namespace

void find_denied(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    const Cue* cue = reading.is_verb(verb)
                         ? cue_of(reading, verb, frames(Frame::gerund, Frame::object))
                         : nullptr;
    if (cue == nullptr || cue->mood != Modality::denied || !was_done(reading, verb)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    const Denied denied = denied_by(reading, verb);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause) || denied.top == kNoToken ||
        denied.top < verb) {
      continue;
    }
    TokenRange words = reading.trimmed({std::max(reading.left_edge(denied.top), verb + 1),
                                        std::min(reading.right_edge(denied.top), sentence.past)});
    if (words.size() > 1 && reading.is(words.first, StatementList::that) && denied.clause) {
      ++words.first;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.confidence *= denied.trust;
    attribution.complement = !denied.clause;
    attribution.content = by_sentence(reading, words);
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
