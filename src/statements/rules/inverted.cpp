// "But the fish?" asked Brandt. Said one engineer: "…" The bridge, said Dunmore, would stay shut.
// The verb stands before who says it, which parsers often take for what is said.

#include "statements/content/cue_verb.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Link;

namespace {

constexpr double kTrust = 0.95;  // the form leaves no doubt, as long as the verb is a cue

constexpr std::uint16_t kFrames = frames(Frame::clause, Frame::quote);

/// Who stands behind the verb: its subject, or what the parser holds for its object.
NounPhrase speaker_behind(const Reading& reading, Token verb, Token past) {
  for (const Token child : reading.children(verb)) {
    const Link link = reading.link(child);
    if (child > verb && child < past && (link == Link::subject || link == Link::object)) {
      const NounPhrase phrase = phrase_of(reading, child, verb + 1, past);
      return phrase.tokens.first == verb + 1 && can_say(reading, phrase) ? phrase : NounPhrase{};
    }
  }
  return {};
}

/// One that isn't of the words in quotation marks before it.
bool has_subject_before(const Reading& reading, Token verb) {
  const Token subject = reading.clause(verb).subject;
  return subject != kNoToken && subject < verb && reading.quotation_of(subject) < 0;
}

/// What the verb's clause, from its comma to the one behind the speaker, stands in the middle of.
std::vector<TokenRange> around(const Reading& reading, Token verb, const NounPhrase& speaker,
                               TokenRange sentence) {
  const Token behind = speaker.tokens.past;
  const bool between = verb > sentence.first + 1 && reading.word(verb - 1) == "," &&
                       behind + 1 < sentence.past && reading.word(behind) == ",";
  if (!between || reading.link(speaker.head) != Link::subject ||
      !reading.lemma_is(verb, StatementList::say)) {
    return {};
  }
  const TokenRange before = reading.trimmed({sentence.first, verb - 1});
  const TokenRange after = reading.trimmed({behind + 1, sentence.past});
  if (before.size() == 0 || after.size() == 0 ||
      (!reading.has_finite(after) && !reading.has_finite(before))) {
    return {};
  }
  return {before, after};
}

void propose(const Reading& reading, const NounPhrase& speaker, Token verb,
             std::vector<TokenRange> content, std::vector<Attribution>& found) {
  if (content.empty()) {
    return;
  }
  Attribution attribution;
  attribution.cue = verb;
  attribution.cue_words = {{verb, verb + 1}};
  attribution.verb = reading.lemma(verb);
  attribution.sources = parallel_phrases(reading, speaker.head, verb + 1, speaker.tokens.past);
  attribution.clause = {verb, speaker.tokens.past};
  attribution.quotation = reading.quotation_of(content.front().first) >= 0;
  attribution.content = std::move(content);
  attribution.confidence = kTrust;
  found.push_back(std::move(attribution));
}

}  // namespace

void find_inverted(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  const Token first = reading.trimmed(sentence).first;
  for (Token verb = sentence.first; verb + 1 < sentence.past; ++verb) {
    if (!reading.is_verb(verb) || !reading.has_tense(verb) || reading.quotation_of(verb) >= 0 ||
        cue_of(reading, verb, kFrames) == nullptr) {
      continue;
    }
    const NounPhrase speaker = speaker_behind(reading, verb, sentence.past);
    if (speaker.head == kNoToken) {
      continue;
    }
    const Token behind = speaker.tokens.past;
    const std::int32_t closed = verb > 0 ? reading.closes(verb - 1) : -1;
    const bool ends = behind >= sentence.past || reading.is_punct(behind);
    const bool alone = !has_subject_before(reading, verb);
    if (alone && closed >= 0 && ends && reading.link(speaker.head) == Link::object) {
      propose(reading, speaker, verb, quoted_words(reading, closed), found);
    } else if (alone && verb == first && behind + 1 < sentence.past &&
               reading.word(behind) == ":" && reading.opens(behind + 1) >= 0) {
      propose(reading, speaker, verb, quoted_words(reading, reading.opens(behind + 1)), found);
    } else {
      propose(reading, speaker, verb, around(reading, verb, speaker, sentence), found);
    }
  }
}

}  // namespace factbox::statements
