// "The ministry denied the report", "… denied firing on the ship", "… rejected claims that …".

#include <algorithm>

#include "statements/cue_verb.h"
#include "statements/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
namespace {

/// "claims that it had fired": the clause that a noun carries.
Token clause_of_noun(const Reading& reading, Token noun) {
  for (const Token child : reading.children(noun)) {
    const std::string_view label = reading.label(child);
    if (child > noun && (label == "acl" || label == "ccomp" || label == "relcl") &&
        reading.is_word(reading.left_edge(child), "that") && reading.is_finite(child)) {
      return child;
    }
  }
  return kNoToken;
}

}  // namespace

void find_denied(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token verb = sentence.first; verb < sentence.past; ++verb) {
    if (!reading.is_verb(verb)) {
      continue;
    }
    const Cue* cue = cue_of(reading, verb, frames(Frame::gerund, Frame::object));
    if (cue == nullptr || cue->mood != Modality::denied || !was_done(reading, verb)) {
      continue;
    }
    const SourceClause clause = source_clause(reading, verb, false);
    if (clause.subjects.empty() || speaks_of_itself(reading, clause)) {
      continue;
    }
    const Token object = reading.child(verb, "dobj");
    Token gerund = reading.child(verb, "xcomp");
    if (gerund == kNoToken) {
      gerund = reading.child(verb, "ccomp");
    }
    const Token carried = object == kNoToken ? kNoToken : clause_of_noun(reading, object);
    Attribution attribution = begin_attribution(reading, clause, *cue, "denied");
    Token top = object;
    if (carried != kNoToken) {
      top = carried;
    } else if (gerund != kNoToken && reading.tag(gerund) == "VBG" && gerund > verb) {
      top = gerund;
      attribution.confidence *= 0.8;
    } else {
      attribution.confidence *= 0.5;
    }
    if (top == kNoToken || top < verb) {
      continue;
    }
    TokenRange words = reading.trimmed({std::max(reading.left_edge(top), verb + 1),
                                        std::min(reading.right_edge(top), sentence.past)});
    if (words.size() > 1 && reading.is_word(words.first, "that") && top == carried) {
      ++words.first;
    }
    attribution.content = by_sentence(reading, words);
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
