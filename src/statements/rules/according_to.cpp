// "According to the agency, …", "…, according to two people familiar with the talks.", "Per the
// agency, …"

#include <algorithm>

#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

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
  const Form form = reading.form(right.first);
  if (reading.is(right.first, StatementList::citing)) {
    return false;
  }
  return form == Form::present_participle || form == Form::past_participle ||
         form == Form::preposition || form == Form::infinitive_mark;
}

/// Not so "according to plan", "according to tradition": a bare thing that can't say anything.
bool can_be_a_source(const Reading& reading, Token noun) {
  const NounPhrase phrase = phrase_of(reading, noun, noun, noun + 1);
  if (can_say(reading, phrase) || reading.form(noun) == Form::pronoun) {
    return true;
  }
  // "According to its own interests": a measure of somebody's.
  const Token owner = reading.child(noun, Link::possessor);
  const bool own = owner != kNoToken && reading.form(owner) == Form::possessive_pronoun;
  return !own && !reading.children(noun).empty() && reading.left_edge(noun) < noun;
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

/// Where the words before "according" begin: behind a semicolon, an "and".
Token left_start(const Reading& reading, TokenRange sentence, Token according) {
  Token first = according;
  while (first > sentence.first && reading.word(first - 1) != ";") {
    --first;
  }
  while (first < according &&
         (reading.is_punct(first) || reading.link(first) == Link::coordinator)) {
    ++first;
  }
  return first;
}

/// What stands before and behind the clause, as far as it is a claim.
std::vector<TokenRange> content_around(const Reading& reading, TokenRange left, TokenRange right) {
  std::vector<TokenRange> content;
  const bool source = is_source_clause(reading, left);
  if (left.size() > 0 && reading.has_finite(left) && !source) {
    content = by_sentence(reading, left);
    if (goes_on(reading, left, right)) {
      content.push_back(right);
    }
  } else if (reading.has_finite(right)) {
    if (left.size() > 1 && !source) {
      content.push_back(left);
    }
    content.push_back(right);
  }
  return content;
}

/// "Per the agency, …", "…, per two reports.": set off, unlike "80 miles per hour".
bool is_per(const Reading& reading, Token token, TokenRange sentence) {
  const bool set_off = token == sentence.first || reading.word(token - 1) == ",";
  return set_off && reading.is(token, StatementList::per);
}

/// The noun behind "to".
Token source_behind(const Reading& reading, Token to, TokenRange sentence) {
  const Token noun = reading.child(to, Link::prepositional_object);
  if (noun != kNoToken) {
    return noun;
  }
  const Token comma = next_comma(reading, to + 1, sentence.past);
  return comma > to + 1 ? comma - 1 : kNoToken;
}

}  // namespace

void find_according_to(const Reading& reading, TokenRange sentence,
                       std::vector<Attribution>& found) {
  for (Token token = sentence.first; token + 2 < sentence.past; ++token) {
    const bool per = is_per(reading, token, sentence);
    if (!per && (!reading.is(token, StatementList::according) ||
                 !reading.is(token + 1, StatementList::to))) {
      continue;
    }
    const Token past_cue = per ? token + 1 : token + 2;
    const Token noun = source_behind(reading, past_cue - 1, sentence);
    if (noun == kNoToken || noun >= sentence.past || !can_be_a_source(reading, noun)) {
      continue;
    }
    if (per && !can_be_cited(reading, phrase_of(reading, noun, past_cue, sentence.past))) {
      continue;  // "per head"
    }
    Attribution attribution;
    attribution.cue = token;
    attribution.verb = "according to";
    attribution.cue_words = {{token, past_cue}};
    attribution.leans = true;
    attribution.sources = parallel_phrases(reading, noun, past_cue, sentence.past);
    // "… to a report Tuesday from WKOW", "… documents reported previously by The Post".
    const Token behind = std::max(attribution.sources.back().tokens.past, past_cue + 1);
    const Token past = next_comma(reading, behind, sentence.past);
    attribution.clause = {token, past};
    attribution.content =
        content_around(reading, reading.trimmed({left_start(reading, sentence, token), token}),
                       reading.trimmed({past, sentence.past}));
    if (attribution.content.empty()) {
      continue;
    }
    const bool set_off = token == sentence.first || reading.is_punct(token - 1);
    attribution.confidence = set_off ? 0.95 : 0.8;
    found.push_back(std::move(attribution));
  }
}

}  // namespace factbox::statements
