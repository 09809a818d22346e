// "It is the right step." — Petra Dunmore, harbour master: a quotation with a name behind a dash,
// up to the end of the paragraph.

#include <algorithm>
#include <ranges>

#include "base/letters.h"
#include "statements/content/placement.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
namespace {

/// Where the name begins behind the dash at `token`; kNoToken where no dash is there. A small one
/// may hang on the name: "-Commissioner Holm".
Token past_dash(const Reading& reading, Token token) {
  const std::string_view word = reading.word(token);
  constexpr std::string_view kLetters = "-\xE2\x80\x93\xE2\x80\x94";  // of hyphen, en and em dash
  const auto letters = word.find_first_not_of(kLetters);
  if (letters == 0 || word.empty()) {
    return kNoToken;
  }
  if (letters == std::string_view::npos) {
    return token + 1;
  }
  return begins_with_capital(word.substr(letters)) ? token : kNoToken;
}

/// The end of the paragraph that holds `token`.
Token paragraph_end(const Reading& reading, Token token) {
  Token past = token + 1;
  while (past < reading.size() && !reading.starts_paragraph(past)) {
    ++past;
  }
  return past;
}

}  // namespace

void find_credited(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found) {
  constexpr Token kLongest = 16;
  for (Token dash = std::max<Token>(sentence.first, 1); dash < sentence.past; ++dash) {
    const std::int32_t closed = reading.closes(dash - 1);
    const Token first = closed < 0 ? kNoToken : past_dash(reading, dash);
    if (first == kNoToken || first >= reading.size()) {
      continue;
    }
    const TokenRange behind = reading.trimmed({first, paragraph_end(reading, dash)});
    // The title that a dash hangs on can't be told from it: the name alone stays.
    const bool hangs = first == dash && behind.size() > 1;
    const TokenRange credit{behind.first + (hangs ? 1 : 0), behind.past};
    if (credit.size() == 0 || credit.size() > kLongest ||
        !begins_with_capital(reading.word(credit.first)) ||
        std::ranges::any_of(reading.quotations(), [&](const Quotation& one) {
          return one.whole.touches(reading.bytes(credit));
        })) {
      continue;
    }
    Token past = credit.first;
    while (past < credit.past && !reading.is_punct(past)) {
      ++past;
    }
    if (reading.has_finite({credit.first, past}) || past == credit.first) {
      continue;
    }
    Attribution attribution;
    attribution.cue = dash;
    attribution.cue_words = {{dash, dash + 1}};
    attribution.verb = "say";
    attribution.sources = {{past - 1, credit}};
    attribution.clause = {dash, credit.past};
    attribution.content = quoted_words(reading, closed);
    attribution.quotation = true;
    attribution.confidence = 0.9;
    if (!attribution.content.empty()) {
      found.push_back(std::move(attribution));
    }
  }
}

}  // namespace factbox::statements
