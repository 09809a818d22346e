#include "statements/joined/soundness.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::statements {
using texts::Form;

namespace {

/// "the navy said three boats were missing and nobody knew where …": long, and no mark in it.
bool runs_on(const Reading& reading, TokenRange sentence) {
  constexpr Token kLong = 24;
  if (sentence.size() < kLong) {
    return false;
  }
  for (Token token = sentence.first; token < sentence.past; ++token) {
    if (reading.is_punct(token) && !reading.words().is_space(token)) {
      return false;
    }
  }
  return true;
}

/// The parser knows capitals as names: what it says of a sentence in capitals is a guess.
bool is_in_capitals(const Reading& reading, TokenRange sentence) {
  const std::string_view text = reading.bytes(sentence).in(reading.text());
  return !any_letter(text, is_small);
}

/// An address, a handle, markup: words that no sentence has.
bool is_of_a_machine(std::string_view word) {
  return word.starts_with('@') || word.starts_with('#') ||
         word.starts_with("http") ||  // not English: an address
         word.find("</") != std::string_view::npos || word.find("/>") != std::string_view::npos ||
         word.find("&quot") != std::string_view::npos;
}

bool has_machine_words(const Reading& reading, TokenRange range) {
  constexpr Token kMost = 200;
  const Token past = std::min(range.past, range.first + kMost);
  for (Token token = range.first; token < past; ++token) {
    if (is_of_a_machine(reading.word(token))) {
      return true;
    }
  }
  return false;
}

bool has_marks_inside(const Reading& reading, TokenRange range) {
  for (Token token = range.first; token < range.past; ++token) {
    if (reading.word(token) == "\"") {
      return true;
    }
  }
  return false;
}

/// "I said", "you said" where nobody is quoted.
bool speaks_as_itself(const Reading& reading, const Attribution& attribution) {
  if (attribution.sources.size() != 1) {
    return false;
  }
  const Token head = attribution.sources.front().head;
  return reading.quotation_of(head) < 0 && reading.form(head) == Form::pronoun &&
         reading.is(head, StatementList::first_person);
}

}  // namespace

double soundness_of(const Reading& reading, const Attribution& attribution) {
  constexpr double kUnsound = 0.4;
  double soundness = 1;
  if (attribution.cue >= reading.size()) {
    return soundness;
  }
  const TokenRange sentence = reading.sentences()[reading.sentence_of(attribution.cue)];
  if (reading.field() == Field::text && runs_on(reading, sentence)) {
    soundness *= kUnsound;
  }
  if (is_in_capitals(reading, sentence)) {
    soundness *= kUnsound;
  }
  if (speaks_as_itself(reading, attribution)) {
    soundness *= kUnsound;
  }
  const bool noisy = std::ranges::any_of(attribution.sources,
                                         [&](const NounPhrase& one) {
                                           return has_machine_words(reading, one.tokens) ||
                                                  has_marks_inside(reading, one.tokens);
                                         }) ||
                     std::ranges::any_of(attribution.content, [&](TokenRange range) {
                       return has_machine_words(reading, range);
                     });
  return noisy ? soundness * kUnsound : soundness;
}

bool is_foreign(const Reading& reading, TokenRange sentence) {
  constexpr std::uint32_t kFewest = 2;
  const StatementTables& tables = reading.tables();
  std::uint32_t english = 0;
  std::uint32_t foreign = 0;
  for (Token token = sentence.first; token < sentence.past; ++token) {
    english += tables.lists(StatementList::english, reading.lower(token)) ? 1 : 0;
    foreign += tables.lists(StatementList::foreign, reading.lower(token)) ? 1 : 0;
  }
  return foreign >= kFewest && foreign > english;
}

}  // namespace factbox::statements
