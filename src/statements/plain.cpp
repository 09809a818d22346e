#include "statements/plain.h"

#include <algorithm>

#include "base/letters.h"
#include "statements/content/modality.h"
#include "statements/joined/soundness.h"

namespace factbox::statements {
using texts::Link;

namespace {

/// Marks what attributions account for.
class Account {
 public:
  Account(const Reading& reading, const std::vector<Attribution>& attributions,
          std::span<const double> trust)
      : reading_(reading), attributions_(attributions), taken_(reading.size(), 0) {
    for (std::size_t n = 0; n < attributions.size(); ++n) {
      const Attribution& one = attributions[n];
      // Of "denied any role" the whole sentence is the news, unless the complement alone is sure.
      // Where the words are no prose, a sentence is no surer than its parts.
      constexpr double kLikely = 0.45;
      const bool whole = one.complement && !one.quotation && soundness_of(reading, one) == 1;
      const bool sure = whole ? trust[n] >= kSureEnough : one.confidence >= kLikely;
      if (one.act != Act::said || one.held || one.acted || one.aside || !sure) {
        continue;
      }
      mark(one.clause);
      for (const TokenRange words : one.cue_words) {
        mark(words);
      }
      for (const TokenRange range : one.content) {
        mark(range);
      }
    }
  }

  /// Whether attributions account for the sentence: for half of its words, or its main verb.
  [[nodiscard]] bool covers(TokenRange sentence, Token top) const {
    Token words = 0;
    Token covered = 0;
    for (Token token = sentence.first; token < sentence.past; ++token) {
      if (reading_.is_punct(token)) {
        continue;
      }
      ++words;
      covered += taken_[token];
    }
    return taken_[top] != 0 || 2 * covered >= words;
  }

  /// The sentence without what others are told to have said at its end or its beginning: ", while
  /// the mayor said …", "As the mayor said …,".
  [[nodiscard]] TokenRange without_told(TokenRange words, Token top) const {
    Token past = words.past;
    while (past > top + 1 && is_told(past - 1)) {
      --past;
    }
    while (past > top + 1 && ties(past - 1)) {
      --past;
    }
    if (past < words.past && past > top + 1 && reading_.word(past - 1) == ",") {
      words.past = past - 1;
    }
    Token first = words.first;
    while (first < top && ties(first)) {
      ++first;
    }
    const Token told = first;
    while (first < top && is_told(first)) {
      ++first;
    }
    if (first > told && reading_.word(first - 1) == ",") {
      words.first = first;
    }
    return words;
  }

  /// The act of speech that a verb is; none where it is something else.
  [[nodiscard]] std::optional<std::size_t> act_at(Token verb) const {
    for (std::size_t n = 0; n < attributions_.size(); ++n) {
      const Attribution& one = attributions_[n];
      if (one.cue == verb && one.act == Act::said && !one.held && !one.sources.empty()) {
        return n;
      }
    }
    return std::nullopt;
  }

 private:
  void mark(TokenRange range) {
    std::fill(taken_.begin() + range.first, taken_.begin() + range.past, 1);
  }

  [[nodiscard]] bool is_told(Token token) const {
    return taken_[token] != 0 || reading_.is_punct(token);
  }

  /// "While", "as", "and" between two clauses.
  [[nodiscard]] bool ties(Token token) const {
    const Link link = reading_.link(token);
    return link == Link::marker || link == Link::coordinator;
  }

  const Reading& reading_;
  const std::vector<Attribution>& attributions_;
  std::vector<std::uint8_t> taken_;
};

bool in_capitals(const Reading& reading, TokenRange words) {
  const std::string_view text = reading.bytes(words).in(reading.text());
  return !any_letter(text, is_small);
}

/// Pages address their readers: "click here", "sign up", "follow us".
bool speaks_to_reader(const Reading& reading, TokenRange words) {
  constexpr Token kStart = 12;
  for (Token token = words.first; token < std::min(words.past, words.first + kStart); ++token) {
    if (reading.quotation_of(token) >= 0) {
      continue;
    }
    // "US" is a country.
    if (reading.is(token, StatementList::page_address) ||
        reading.tables().lists(StatementList::us, reading.word(token))) {
      return true;
    }
  }
  return false;
}

bool ends(const Reading& reading, TokenRange sentence) {
  Token last = sentence.past;
  while (last > sentence.first + 1 &&
         (reading.words().is_space(last - 1) || reading.is_quotation_mark(last - 1) ||
          reading.word(last - 1) == ")")) {
    --last;
  }
  const std::string_view mark = reading.word(last - 1);
  if (mark == "?" || mark == ":" || mark == "...") {
    return false;
  }
  if (reading.field() == Field::title) {
    return true;
  }
  return mark == "." || mark == "!" || mark.ends_with('.') || sentence.past == reading.size();
}

}  // namespace

std::vector<PlainSentence> plain_sentences(const Reading& reading,
                                           const std::vector<Attribution>& attributions,
                                           std::span<const double> trust,
                                           const Transcript& transcript) {
  constexpr Token kShortest = 4;
  constexpr Token kLongest = 90;
  const Account account{reading, attributions, trust};
  std::vector<PlainSentence> plain;
  for (const TokenRange sentence : reading.sentences()) {
    TokenRange words = reading.trimmed(sentence);
    if (sentence.first < reading.body() || words.size() < kShortest || words.size() > kLongest) {
      continue;
    }
    if (transcript.holds(sentence.first) || is_foreign(reading, sentence)) {
      continue;
    }
    if (reading.link(words.first) == Link::coordinator && words.size() > kShortest) {
      ++words.first;
    }
    const Token top = top_of(reading, {words});
    if (top == kNoToken || !reading.is_finite(top) || !reading.clause(top).has_subject()) {
      continue;
    }
    words = account.without_told(words, top);
    if (reading.quotation_of(top) >= 0 || words.size() < kShortest || account.covers(words, top)) {
      continue;
    }
    if (!ends(reading, sentence) || in_capitals(reading, words) ||
        speaks_to_reader(reading, words)) {
      continue;
    }
    const bool parsed_whole =
        sentence.first == reading.body() || reading.words().starts_sentence(sentence.first);
    plain.push_back({{words}, parsed_whole ? 0.8 : 0.6, account.act_at(top)});
  }
  return plain;
}

}  // namespace factbox::statements
