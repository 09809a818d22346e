#include "statements/dateline.h"

#include <algorithm>

namespace factbox::statements {
namespace {

bool is_dash(std::string_view word) {
  return word.starts_with("-") || word.starts_with("\xE2\x80\x93") ||
         word.starts_with("\xE2\x80\x94");
}

bool in_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (const char letter : word) {
    if (letter >= 'a' && letter <= 'z') {
      return false;
    }
    if (letter >= 'A' && letter <= 'Z') {
      ++letters;
    }
  }
  return letters >= 2;
}

/// Goes through the first words of a text.
class DatelineReader {
 public:
  explicit DatelineReader(const Reading& reading) : reading_(reading) {}

  Dateline read() {
    constexpr Token kLongest = 22;
    const Token past = std::min(kLongest, reading_.size());
    capitals_ = past > 0 && in_capitals(reading_.word(0));
    if (capitals_ && (reading_.word(0).ends_with('-') || reading_.word(0).ends_with(':'))) {
      return {{0, 1}, {}};  // "TEHRAN- Two ships"
    }
    for (Token token = 0; token < past; ++token) {
      if (token > 0 && reading_.starts_paragraph(token)) {
        break;
      }
      if (ends_with(token)) {
        return {{0, token + 1}, agency_};
      }
      if (!goes_on(token)) {
        break;
      }
    }
    return {};
  }

 private:
  /// "- " behind a place in capitals or an agency in brackets; ":" behind a place.
  bool ends_with(Token token) {
    const std::string_view word = reading_.word(token);
    if (word == ":") {
      return capitals_ && open_ == kNoToken;
    }
    if (!is_dash(word) || token == 0 || (!capitals_ && agency_.empty())) {
      return false;
    }
    const language::Analysis& words = reading_.words();
    const bool before = words.range(token).begin > words.range(token - 1).end;
    const bool after =
        token + 1 < reading_.size() && words.range(token + 1).begin > words.range(token).end;
    return before || after || !agency_.empty();
  }

  /// Whether the word can stand in a dateline.
  bool goes_on(Token token) {
    const std::string_view word = reading_.word(token);
    if (word == "(") {
      open_ = token + 1;
    } else if (word == ")" && open_ < token) {
      agency_ = reading_.bytes({open_, token}).in(reading_.text());
    } else if (open_ == kNoToken && !capitals_ && !is_dash(word)) {
      const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
      return !small && !reading_.has_tense(token);
    }
    return true;
  }

  const Reading& reading_;
  Token open_ = kNoToken;
  bool capitals_ = false;
  std::string agency_;
};

}  // namespace

Dateline dateline_of(const Reading& reading) {
  if (reading.field() == Field::title) {
    return {};
  }
  return DatelineReader{reading}.read();
}

}  // namespace factbox::statements
