// "Protests were held, the AFP news agency reports.": an outlet that closes a sentence, with a verb
// that the parser takes for a noun.

#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
namespace {

constexpr Token kLongest = 10;  // tokens from the comma on

/// The verb that closes the sentence, but for when it was said.
Token closing_word(const Reading& reading, TokenRange sentence) {
  Token token = sentence.past;
  while (token > sentence.first && (reading.is_punct(token - 1) || reading.is_time(token - 1) ||
                                    reading.is(token - 1, StatementList::on))) {
    --token;
  }
  return token > sentence.first ? token - 1 : kNoToken;
}

}  // namespace

void find_carried(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  const Token verb = closing_word(reading, sentence);
  if (verb == kNoToken || reading.is_verb(verb) || !reading.is(verb, StatementList::closing_verb)) {
    return;
  }
  Token first = verb;
  while (first > sentence.first && reading.word(first - 1) != "," && verb - first < kLongest) {
    --first;
  }
  if (first == verb || first <= sentence.first + 1 || reading.word(first - 1) != ",") {
    return;
  }
  const NounPhrase outlet{verb - 1, {first, verb}};
  const SourceKind kind = kind_of(reading, outlet);
  const TokenRange before = reading.trimmed({sentence.first, first - 1});
  if (kind.kind != SourceClass::outlet || !reading.has_finite(before)) {
    return;
  }
  Attribution attribution;
  attribution.cue = verb;
  attribution.cue_words = {{verb, verb + 1}};
  attribution.verb = "report";
  attribution.sources = {outlet};
  attribution.clause = {first, sentence.past};
  attribution.content = by_sentence(reading, before);
  attribution.confidence = 0.9;
  found.push_back(std::move(attribution));
}

}  // namespace factbox::statements
