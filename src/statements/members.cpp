#include "statements/members.h"

#include <algorithm>
#include <array>

#include "statements/source_clause.h"
#include "statements/source_kind.h"

namespace factbox::statements {
namespace {

constexpr std::array<std::string_view, 8> kCarry{"by",   "with", "to",  "in",
                                                 "from", "on",   "for", "of"};

bool is_outlet(const Reading& reading, const NounPhrase& phrase) {
  const SourceKind kind = kind_of(reading, phrase);
  return kind.kind == SourceClass::outlet || kind.kind == SourceClass::media ||
         (kind.kind == SourceClass::reporter && kind.name);
}

bool holds(const NounPhrase& phrase, Token token) {
  return phrase.tokens.first <= token && token < phrase.tokens.past;
}

bool has(const std::vector<NounPhrase>& phrases, Token token) {
  return std::ranges::any_of(phrases, [&](const NounPhrase& one) { return holds(one, token); });
}

bool knows(const Attribution& attribution, Token token) {
  return has(attribution.sources, token) || has(attribution.cited, token) ||
         (attribution.audience && holds(*attribution.audience, token)) ||
         std::ranges::any_of(attribution.carriers,
                             [&](const Carrier& one) { return holds(one.phrase, token); });
}

/// What an outlet does with the words, by what stands before it: "seen" of "seen by".
std::string verb_before(const Reading& reading, Token prep) {
  return std::string{reading.lemma(reading.head(prep))};
}

/// Outlets in the words around the cue: "in an interview with the Post", "seen by Reuters".
void add_carriers(const Reading& reading, Attribution& attribution) {
  constexpr Token kFarthest = 40;
  const Token past = std::min(attribution.clause.past, attribution.clause.first + kFarthest);
  const bool story = attribution.sources.size() == 1 &&
                     kind_of(reading, attribution.sources.front()).kind == SourceClass::story;
  for (Token token = attribution.clause.first; token < past; ++token) {
    if (knows(attribution, token)) {
      continue;
    }
    const std::string_view label = reading.label(token);
    if (label == "pobj") {
      const Token prep = reading.head(token);
      if (std::ranges::find(kCarry, reading.lower(prep)) == kCarry.end()) {
        continue;
      }
      const NounPhrase phrase = phrase_of(reading, token, prep + 1, past);
      const SourceKind kind = kind_of(reading, phrase);
      const bool itself = reading.tables().source_noun(reading.lemma(token)) == nullptr ||
                          kind.kind != SourceClass::outlet || kind.outlet == nullptr ||
                          outlet_in(reading, {phrase.tokens.first, token + 1}) != nullptr;
      // A story by an outlet that no table has: "a report Tuesday from WKOW".
      const bool maker = story && reading.tag(token).starts_with("NNP") &&
                         !reading.is_time(token) &&
                         (reading.is_word(prep, "from") || reading.is_word(prep, "by"));
      const bool interview = reading.is_word(token, "interview");
      if ((is_outlet(reading, phrase) && itself && !interview) || maker) {
        attribution.carriers.push_back({phrase, verb_before(reading, prep)});
      }
      continue;
    }
    // "In a newspaper interview": the outlet stands before the noun.
    if (label != "compound" && label != "poss") {
      continue;
    }
    const Token noun = reading.head(token);
    if (!reading.is_word(noun, "interview") || noun < token) {
      continue;
    }
    const NounPhrase phrase{token, reading.trimmed({reading.left_edge(noun), token + 1})};
    if (is_outlet(reading, phrase)) {
      attribution.carriers.push_back({phrase, "interview"});
    }
  }
}

/// Of a story and the outlet that made it, only the outlet counts.
void join_story(const Reading& reading, Attribution& attribution) {
  if (attribution.sources.size() != 1 || attribution.carriers.empty()) {
    return;
  }
  if (kind_of(reading, attribution.sources.front()).kind != SourceClass::story) {
    return;
  }
  attribution.sources.clear();
  for (Carrier& carrier : attribution.carriers) {
    attribution.sources.push_back(carrier.phrase);
  }
  attribution.carriers.clear();
  attribution.story = true;
}

/// The attribution that a "citing" belongs to: by the parse, else the nearest cue before it.
Attribution* citing_of(const Reading& reading, Token citing, std::span<Attribution> attributions) {
  constexpr int kFarthest = 8;
  Token at = citing;
  for (int steps = 0; steps < kFarthest; ++steps) {
    at = reading.head(at);
    for (Attribution& one : attributions) {
      if (one.cue == at || has(one.sources, at)) {
        return &one;
      }
    }
    if (reading.head(at) == at) {
      break;
    }
  }
  Attribution* nearest = nullptr;
  for (Attribution& one : attributions) {
    if (one.cue < citing && one.clause.past + 3 >= citing) {
      nearest = &one;
    }
  }
  return nearest;
}

bool is_citing(const Reading& reading, Token token, TokenRange sentence) {
  const std::string_view lemma = reading.lemma(token);
  if (!reading.is_verb(token) || (lemma != "cite" && lemma != "quote")) {
    return false;
  }
  for (Token next = token + 1; next + 1 < std::min(sentence.past, token + 40); ++next) {
    if (reading.is_word(next, "as") && reading.tag(next + 1) == "VBG") {
      return false;
    }
  }
  if (reading.tag(token) == "VBG") {
    return true;
  }
  const Token subject = reading.child(token, "nsubj");
  return subject != kNoToken && reading.is_word(subject, "which");
}

}  // namespace

void complete_members(const Reading& reading, TokenRange sentence,
                      std::span<Attribution> attributions) {
  for (Attribution& one : attributions) {
    add_carriers(reading, one);
    join_story(reading, one);
  }
  for (Token token = sentence.first; token < sentence.past; ++token) {
    if (!is_citing(reading, token, sentence)) {
      continue;
    }
    const Token object = reading.child(token, "dobj");
    if (object == kNoToken || object < token) {
      continue;
    }
    Attribution* owner = citing_of(reading, token, attributions);
    if (owner == nullptr || owner->cue == token) {
      continue;
    }
    for (const NounPhrase& phrase : parallel_phrases(reading, object, token + 1, sentence.past)) {
      if (!can_be_cited(reading, phrase) || knows(*owner, phrase.head)) {
        continue;
      }
      owner->cited.push_back(phrase);
    }
    owner->cue_words.push_back({token, token + 1});
    // "…, quoting an official" behind words in quotation marks: the official spoke them.
    owner->quotes = owner->quotes || (owner->quotation && reading.lemma(token) == "quote");
  }
}

}  // namespace factbox::statements
