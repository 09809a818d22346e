// "Oman urged both sides to return", "The council called for a truce", "… demanded that …" is
// said.cpp's.

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

/// The verb of what is asked for: "to return" of "urged them to return".
Token asked_for(const Reading& reading, Token verb) {
  for (const Token child : reading.children(verb)) {
    const Link link = reading.link(child);
    if (child < verb || (link != Link::clause_complement && link != Link::open_complement &&
                         link != Link::adverbial_clause)) {
      continue;
    }
    if (reading.form(child) == Form::base_verb &&
        reading.clause(child).helpers.front() != kNoToken) {
      return child;
    }
  }
  return kNoToken;
}

}  // namespace

void find_called_for(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::order));
    if (cue == nullptr || cue->act != Act::said || !was_done(reading, verb)) {
      continue;
    }
    const Token wanted = asked_for(reading, verb);
    if (wanted == kNoToken) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause)) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.confidence *= 0.5;
    attribution.complement = true;
    attribution.mood = cue->mood.value_or(Modality::asked);
    const Token past = std::min(reading.right_edge(wanted), sentence.past);
    attribution.content = by_sentence(reading, {verb + 1, past});
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
