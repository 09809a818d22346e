#include "statements/joined/transcript.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/letters.h"
#include "statements/content/placement.h"

namespace factbox::statements {
namespace {

constexpr std::size_t kFewestTurns = 2;

/// "Q.", "A:": the sides of an interview; past what marks them, or kNoToken.
Token past_side(const Reading& reading, Token first) {
  const std::string_view word = reading.word(first);
  if (word == "Q." || word == "A.") {
    return first + 1;
  }
  const bool letter = word == "Q" || word == "A";
  const bool marked = letter && first + 1 < reading.size() &&
                      (reading.word(first + 1) == ":" || reading.word(first + 1) == ".");
  return marked ? first + 2 : kNoToken;
}

/// "HADDAD:", "Omar Haddad:": the colon behind one to four words with capitals, or kNoToken.
Token colon_of(const Reading& reading, Token first) {
  constexpr Token kLongest = 5;
  const Token past = std::min(reading.size(), first + kLongest);
  for (Token token = first; token < past; ++token) {
    if (reading.word(token) == ":") {
      return token > first ? token : kNoToken;
    }
    if (!begins_with_capital(reading.word(token))) {
      return kNoToken;
    }
  }
  return kNoToken;
}

}  // namespace

Transcript::Transcript(const Reading& reading) : inside_(reading.size(), 0) {
  bool speaks = false;
  for (Token token = 0; token < reading.size(); ++token) {
    if (reading.starts_paragraph(token)) {
      const std::optional<Turn> turn = turn_at(reading, token);
      speaks = turn.has_value();
      if (speaks) {
        turns_.push_back(*turn);
      }
    }
    inside_[token] = speaks ? 1 : 0;
    if (speaks) {
      turns_.back().words.past = std::max(turns_.back().words.first, token + 1);
    }
  }
  if (turns_.size() < kFewestTurns) {
    turns_.clear();
    std::ranges::fill(inside_, 0);
  }
}

std::optional<Transcript::Turn> Transcript::turn_at(const Reading& reading, Token first) {
  if (const Token side = past_side(reading, first); side != kNoToken) {
    return Turn{{first, first}, {side, side}};  // "Q." names nobody
  }
  const Token colon = colon_of(reading, first);
  if (colon == kNoToken) {
    return std::nullopt;
  }
  return Turn{{first, colon}, {colon + 1, colon + 1}};
}

void Transcript::find(const Reading& reading, std::vector<Attribution>& found) const {
  std::map<std::string_view, std::size_t> often;
  for (const Turn& turn : turns_) {
    ++often[reading.bytes(turn.speaker).in(reading.text())];
  }
  for (const Turn& turn : turns_) {
    const TokenRange words = reading.trimmed(turn.words);
    if (turn.speaker.size() == 0 || words.size() == 0 ||
        often[reading.bytes(turn.speaker).in(reading.text())] < kFewestTurns) {
      continue;
    }
    const Token colon = turn.speaker.past;
    Attribution attribution;
    attribution.rule = "transcript";
    attribution.cue = colon;
    attribution.cue_words = {{colon, colon + 1}};
    attribution.verb = "say";
    attribution.sources = {{turn.speaker.past - 1, turn.speaker}};
    attribution.clause = {turn.speaker.first, colon + 1};
    attribution.content = by_sentence(reading, words);
    attribution.confidence = 1;  // a transcript's own doubt is still to come off it
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
