// "Minister: talks failed", "Sources: …", "Talks failed, says minister", "Talks failed - report".

#include "base/letters.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"
#include "statements/sources/source_kind.h"

namespace factbox::statements {
using texts::Form;

namespace {

/// A headline: the title's sentences, and the text's first paragraph where it is short, or all
/// there is.
bool is_headline(const Reading& reading, TokenRange sentence) {
  constexpr Token kLongest = 30;
  if (reading.field() == Field::title) {
    return true;
  }
  if (sentence.first > 0 || sentence.size() > kLongest) {
    return false;
  }
  const bool alone = reading.trimmed({0, reading.size()}).past <= sentence.past;
  return alone || (sentence.past < reading.size() && reading.starts_paragraph(sentence.past));
}

/// The noun that heads a few words: the last noun before "of", "in", "at", a comma.
Token head_noun(const Reading& reading, TokenRange words) {
  Token head = kNoToken;
  for (Token token = words.first; token < words.past; ++token) {
    if (texts::is_noun(reading.form(token))) {
      head = token;
    } else if (head != kNoToken &&
               (reading.form(token) == Form::preposition || reading.is_punct(token))) {
      break;
    }
  }
  return head;
}

/// The words as a source, if they can be one: short, without a verb, with somebody in them.
std::optional<NounPhrase> source_in(const Reading& reading, TokenRange words) {
  constexpr Token kLongest = 8;
  words = reading.trimmed(words);
  if (words.size() == 0 || words.size() > kLongest || reading.has_finite(words)) {
    return std::nullopt;
  }
  const Token head = head_noun(reading, words);
  if (head == kNoToken) {
    return std::nullopt;
  }
  NounPhrase phrase{head, words};
  if (!can_say(reading, phrase)) {
    return std::nullopt;
  }
  return phrase;
}

void add(const Reading& reading, Token mark, const NounPhrase& source, TokenRange content,
         double confidence, std::vector<Attribution>& found) {
  content = reading.trimmed(content);
  if (content.size() < 2) {
    return;
  }
  Attribution attribution;
  attribution.cue = mark;
  attribution.cue_words = {{mark, mark + 1}};
  attribution.verb = "say";
  attribution.sources = {source};
  attribution.clause = {std::min(source.tokens.first, mark),
                        std::max(source.tokens.past, mark + 1)};
  attribution.content = {content};
  attribution.confidence = reading.has_finite(content) ? confidence : confidence * 0.6;
  found.push_back(std::move(attribution));
}

}  // namespace

void find_headline(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  if (!is_headline(reading, sentence)) {
    return;
  }
  for (Token mark = sentence.first + 1; mark + 1 < sentence.past; ++mark) {
    const bool colon = reading.word(mark) == ":";
    const bool dash = is_dash(reading.word(mark)) &&
                      reading.words().range(mark).begin > reading.words().range(mark - 1).end;
    if (!colon && !dash) {
      continue;
    }
    const TokenRange before{sentence.first, mark};
    const TokenRange after{mark + 1, sentence.past};
    if (colon) {
      if (const auto source = source_in(reading, before)) {
        return add(reading, mark, *source, after, 0.8, found);
      }
    }
    if (const auto source = source_in(reading, after); source && reading.has_finite(before)) {
      return add(reading, mark, *source, before, 0.75, found);
    }
    if (colon) {
      return;
    }
  }
}

}  // namespace factbox::statements
