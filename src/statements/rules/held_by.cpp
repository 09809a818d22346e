// "… told AFP that the rebels feared an attack": what somebody holds, in somebody else's words.

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// Whether the verb stands in a clause that another verb of saying reports.
bool is_reported(const Reading& reading, Token verb) {
  if (reading.link(verb) != Link::clause_complement) {
    return false;
  }
  const auto& cues = reading.tables().cues(reading.lemma(reading.head(verb)));
  return std::ranges::any_of(cues,
                             [](const Cue& cue) { return !cue.noun && cue.act == Act::said; });
}

}  // namespace

void find_held_by(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb) || !is_reported(reading, verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::clause));
    const Token object = reading.child(verb, Link::object);
    if (cue == nullptr || cue->act != Act::thought || !was_done(reading, verb) ||
        object == kNoToken || object < verb) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || clause.borrowed_subject) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.content = by_sentence(
        reading, {reading.left_edge(object), std::min(reading.right_edge(object), sentence.past)});
    attribution.complement = true;
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
