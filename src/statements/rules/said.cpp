// "The talks failed, the minister said." "The minister told reporters that …"

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/place.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// Verbs that things do as well as people: what "shows" or "means" something must be a source.
bool needs_a_source(const Reading& reading, const Cue& cue) {
  return reading.tables().lists(StatementList::done_by_things, cue.lemma);
}

bool fits(const Reading& reading, const Cue& cue, const SourceClause& clause) {
  if (clause.subjects.empty()) {
    return !needs_a_source(reading, cue) && clause.borrowed_subject;
  }
  if (speaks_of_itself(reading, clause)) {
    return false;
  }
  const NounPhrase& subject = clause.subjects.front();
  if (reading.is(subject.head, StatementList::it) && needs_a_source(reading, cue)) {
    return false;
  }
  if (needs_a_source(reading, cue) && reading.clause(clause.verb).modal != kNoToken) {
    return false;
  }
  if (reading.link(subject.head) == Link::expletive) {
    return false;
  }
  return !needs_a_source(reading, cue) || can_say(reading, subject);
}

/// "The minister said in an interview.": what was said stands in another sentence.
bool says_somewhere(const Reading& reading, const Cue& cue, const SourceClause& clause) {
  if (!reading.tables().lists(StatementList::say, cue.lemma) || clause.subjects.empty() ||
      clause.borrowed_subject) {
    return false;
  }
  Token past = clause.tokens.past;
  while (past < reading.size() && reading.is_punct(past)) {
    ++past;
  }
  const TokenRange sentence = reading.sentences()[reading.sentence_of(clause.verb)];
  const Token first = reading.trimmed(sentence).first;
  const bool opens = clause.tokens.first == first;
  return past >= sentence.past && (opens || clause.tokens.past > clause.verb + 1) &&
         can_say(reading, clause.subjects.front());
}

/// "… he told Reuters." What he told stands in another sentence.
bool names_only(const Reading& reading, const Cue& cue, const SourceClause& clause) {
  if (says_somewhere(reading, cue, clause)) {
    return true;
  }
  if (!cue.takes(Frame::told) || clause.audience.empty() || clause.subjects.empty()) {
    return false;
  }
  return carries_at(reading, clause.audience.front(), Place::told);
}

/// "Ventra reported, citing two officials, that the bridge was unsafe": the parser hangs the words
/// on "citing".
std::vector<TokenRange> behind_citing(const Reading& reading, Token verb, TokenRange sentence) {
  for (const Token child : reading.children(verb)) {
    const bool citing = child > verb && reading.form(child) == texts::Form::present_participle &&
                        reading.lemma_is(child, StatementList::cites);
    const Token told = citing ? reading.child(child, Link::clause_complement) : kNoToken;
    const Token mark = told == kNoToken ? told : reading.child(told, Link::marker);
    if (mark != kNoToken && mark > child && reading.is(mark, StatementList::that)) {
      return by_sentence(
          reading, reading.trimmed({mark + 1, std::min(reading.right_edge(told), sentence.past)}));
    }
  }
  return {};
}

}  // namespace

void find_said(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  constexpr std::uint16_t kFrames = frames(Frame::clause, Frame::quote);
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, kFrames);
    if (cue == nullptr || !was_done(reading, verb)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, cue->takes(Frame::told));
    if (!fits(reading, *cue, clause)) {
      continue;
    }
    Placement placement =
        place_content(reading, clause, {cue->takes(Frame::clause), cue->takes(Frame::quote)});
    if (!placement.found()) {
      placement.content = behind_citing(reading, verb, sentence);
    }
    if (!placement.found() && !names_only(reading, *cue, clause)) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.content = placement.content;
    attribution.quotation = placement.quotation;
    if (!placement.clean) {
      attribution.confidence *= 0.8;
    }
    if (!placement.found()) {
      attribution.confidence *= 0.8;
    }
    found.push_back(std::move(attribution));
  }
}

}  // namespace factbox::statements
