// "The minister's claim that …", "… opened the talks with a warning that …".

#include <algorithm>

#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_clause.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

const Cue* noun_cue(const Reading& reading, Token noun) {
  for (const Cue& cue : reading.tables().cues(reading.lemma(noun))) {
    if (cue.noun) {
      return &cue;
    }
  }
  return nullptr;
}

/// The clause that the noun carries, behind "that".
Token carried(const Reading& reading, Token noun) {
  for (const Token child : reading.children(noun)) {
    if (child < noun || !reading.is_finite(child)) {
      continue;
    }
    if (reading.is(reading.left_edge(child), StatementList::that) &&
        reading.left_edge(child) <= noun + 4) {
      const Token subject = reading.child(child, Link::subject);
      const Token passive = reading.child(child, Link::passive_subject);
      const Token own = subject != kNoToken ? subject : passive;
      if (own != kNoToken && !reading.is(own, StatementList::that)) {
        return child;
      }
    }
  }
  return kNoToken;
}

/// "Tehran's claim", "a claim by Tehran", "Tehran repeated its claim": who makes it.
Token maker(const Reading& reading, Token noun) {
  const Token owner = reading.child(noun, Link::possessor);
  if (owner != kNoToken && reading.form(owner) != Form::possessive_pronoun) {
    return owner;
  }
  const Token compound = reading.child(noun, Link::compound);
  if (compound != kNoToken && reading.tables().source_noun(reading.lemma(compound)) != nullptr) {
    return compound;  // "the bank forecast that"
  }
  for (const Token child : reading.children(noun)) {
    if (reading.link(child) != Link::preposition || !reading.is(child, StatementList::made_by)) {
      continue;
    }
    return reading.child(child, Link::prepositional_object);
  }
  Token verb = reading.head(noun);
  if (reading.link(verb) == Link::preposition) {
    verb = reading.head(verb);
  }
  return reading.is_verb(verb) ? subject_of(reading, verb).head : kNoToken;
}

/// The maker as a source, if it stands near and can say things.
std::vector<NounPhrase> makers(const Reading& reading, Token noun, TokenRange sentence) {
  constexpr Token kNear = 6;
  const Token source = maker(reading, noun);
  if (source == kNoToken || source < sentence.first || source >= sentence.past ||
      source >= noun + kNear) {
    return {};
  }
  const NounPhrase phrase = phrase_of(reading, source, sentence.first, sentence.past);
  return can_say(reading, phrase) ? std::vector{phrase} : std::vector<NounPhrase>{};
}

}  // namespace

void find_noun_cue(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  for (Token noun = sentence.first; noun < sentence.past; ++noun) {
    if (!texts::is_noun(reading.form(noun)) || reading.quotation_of(noun) >= 0) {
      continue;
    }
    const Cue* cue = noun_cue(reading, noun);
    if (cue == nullptr || !cue->takes(Frame::clause)) {
      continue;
    }
    const Token clause = carried(reading, noun);
    if (clause == kNoToken) {
      continue;
    }
    TokenRange words = reading.trimmed({std::max(reading.left_edge(clause), noun + 1),
                                        std::min(reading.right_edge(clause), sentence.past)});
    if (reading.is(words.first, StatementList::that)) {
      ++words.first;
    }
    Attribution attribution;
    attribution.cue = noun;
    attribution.cue_words = {{noun, noun + 1}};
    attribution.verb = cue->lemma;
    attribution.act = cue->act;
    attribution.mood = cue->mood;
    attribution.clause = {noun, words.first};
    attribution.sources = makers(reading, noun, sentence);
    attribution.confidence = cue->trust * (attribution.sources.empty() ? 0.5 : 0.9);
    attribution.content = by_sentence(reading, words);
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
