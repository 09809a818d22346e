// "Iran vowed to go on", "The party plans to appeal."

#include <algorithm>

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {

using texts::Form;
using texts::Link;

void find_undertaken(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::infinitive));
    if (cue == nullptr || cue->act != Act::said || !was_done(reading, verb)) {
      continue;
    }
    const Token infinitive = reading.child(verb, Link::open_complement);
    if (infinitive == kNoToken || infinitive < verb ||
        reading.form(infinitive) != Form::base_verb) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause)) {
      continue;
    }
    Attribution attribution = begin_attribution(reading, clause, *cue);
    attribution.confidence *= 0.5;  // "to go on" is no claim by itself: for counting, not for pages
    attribution.complement = true;
    attribution.content =
        by_sentence(reading, {std::max(reading.left_edge(infinitive), verb + 1),
                              std::min(reading.right_edge(infinitive), sentence.past)});
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
