// "According to the agency, …", "…, according to two people familiar with the talks."

#include <algorithm>

#include "statements/placement.h"
#include "statements/rules/rule.h"
#include "statements/source_kind.h"

namespace factbox::statements {
namespace {

/// Where the words behind "to" end, if the parser gives no noun: at the next comma.
Token next_comma(const Reading& reading, Token from, Token past) {
  while (from < past && !reading.is_punct(from)) {
    ++from;
  }
  return from;
}

/// What an "according to" in the middle of a sentence leaves of it behind: only words that the
/// clause before it needs or goes on with.
bool goes_on(const Reading& reading, TokenRange left, TokenRange right) {
  if (right.size() == 0) {
    return false;
  }
  if (!reading.has_finite(left)) {
    return reading.has_finite(right);
  }
  const std::string_view tag = reading.tag(right.first);
  if (reading.is_word(right.first, "citing") || reading.is_word(right.first, "quoting")) {
    return false;
  }
  return tag == "VBG" || tag == "VBN" || tag == "IN" || tag == "TO";
}

/// Not so "according to plan", "according to tradition": a bare thing that can't say anything.
bool can_be_a_source(const Reading& reading, Token noun) {
  const NounPhrase phrase = phrase_of(reading, noun, noun, noun + 1);
  if (can_say(reading, phrase) || reading.tag(noun) == "PRP") {
    return true;
  }
  return !reading.children(noun).empty() && reading.left_edge(noun) < noun;
}

/// "Politico reported, according to sources, …": what stands before is a source clause, no claim.
bool is_source_clause(const Reading& reading, TokenRange left) {
  if (left.size() == 0 || left.size() > 6) {
    return false;
  }
  const Token last = left.past - 1;
  if (!reading.is_verb(last)) {
    return false;
  }
  return !reading.tables().cues(reading.lemma(last)).empty();
}

}  // namespace

void find_according_to(const Reading& reading, TokenRange sentence,
                       std::vector<Attribution>& found) {
  for (Token token = sentence.first; token + 2 < sentence.past; ++token) {
    if (!reading.is_word(token, "according") || !reading.is_word(token + 1, "to")) {
      continue;
    }
    Attribution attribution;
    attribution.rule = "according_to";
    attribution.cue = token;
    attribution.verb = "according to";
    attribution.cue_words = {{token, token + 2}};
    attribution.leans = true;
    const Token comma = next_comma(reading, token + 2, sentence.past);
    Token noun = reading.child(token + 1, "pobj");
    if (noun == kNoToken) {
      noun = comma > token + 2 ? comma - 1 : kNoToken;
    }
    if (noun == kNoToken || noun >= sentence.past) {
      continue;
    }
    if (!can_be_a_source(reading, noun)) {
      continue;
    }
    attribution.sources = parallel_phrases(reading, noun, token + 2, sentence.past);
    Token past = std::max(attribution.sources.back().tokens.past, token + 3);
    // "… to a report Tuesday from WKOW", "… documents reported previously by The Post".
    while (past < sentence.past && !reading.is_punct(past)) {
      ++past;
    }
    attribution.clause = {token, past};
    const bool aside = token > sentence.first && !reading.is_punct(token - 1);
    Token left_first = sentence.first;
    for (Token at = token; at > sentence.first; --at) {
      if (reading.word(at - 1) == ";") {
        left_first = at;
        break;
      }
    }
    while (left_first < token &&
           (reading.is_punct(left_first) || reading.label(left_first) == "cc")) {
      ++left_first;
    }
    const TokenRange left = reading.trimmed({left_first, token});
    const TokenRange right = reading.trimmed({past, sentence.past});
    const bool claim =
        left.size() > 0 && reading.has_finite(left) && !is_source_clause(reading, left);
    if (claim) {
      attribution.content = by_sentence(reading, left);
    }
    if (!claim) {
      const bool opening = left.size() > 1 && !is_source_clause(reading, left);
      if (opening && reading.has_finite(right)) {
        attribution.content.push_back(left);
      }
      if (reading.has_finite(right)) {
        attribution.content.push_back(right);
      }
    } else if (goes_on(reading, left, right)) {
      attribution.content.push_back(right);
    }
    if (attribution.content.empty()) {
      continue;
    }
    attribution.confidence = aside ? 0.8 : 0.95;
    found.push_back(std::move(attribution));
  }
}

}  // namespace factbox::statements
