// "The senator asked whether the talks would go on."

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
using texts::Link;

namespace {

bool begins_question(const Reading& reading, Token token) {
  return reading.is(token, StatementList::asks_whether) || texts::asks(reading.form(token));
}

}  // namespace

void find_asked(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::question));
    if (cue == nullptr || !was_done(reading, verb)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, true);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause)) {
      continue;
    }
    Token question = reading.child(verb, Link::clause_complement);
    if (question == kNoToken) {
      question = reading.child(verb, Link::adverbial_clause);
    }
    if (question == kNoToken || question < verb) {
      continue;
    }
    const Token first = std::max(reading.left_edge(question), verb + 1);
    if (!begins_question(reading, first)) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.content =
        by_sentence(reading, {first, std::min(reading.right_edge(question), sentence.past)});
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
