#include "statements/reading/dateline.h"

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
    const Token begin = past_note();
    const Token past = std::min(begin + kLongest, reading_.size());
    capitals_ = past > begin && in_capitals(reading_.word(begin));
    const std::string_view first = capitals_ ? reading_.word(begin) : std::string_view{};
    if (first.ends_with('-') || first.ends_with(':') || first.ends_with("\xE2\x80\x93") ||
        first.ends_with("\xE2\x80\x94")) {
      return {{0, begin + 1}, {}};  // "TEHRAN- Two ships"
    }
    for (Token token = begin; token < past; ++token) {
      if (token > begin && reading_.starts_paragraph(token)) {
        break;
      }
      if (ends_with(token)) {
        return {{0, token + 1}, agency_};
      }
      if (!goes_on(token)) {
        break;
      }
    }
    return {{0, begin}, {}};
  }

 private:
  /// "(Corrects number of prisoners to 122, not 212)": the token behind such a paragraph in front.
  [[nodiscard]] Token past_note() const {
    constexpr Token kLongest = 80;
    if (reading_.size() == 0 || reading_.word(0) != "(") {
      return 0;
    }
    bool closed = false;
    for (Token token = 1; token < std::min(kLongest, reading_.size()); ++token) {
      if (reading_.starts_paragraph(token)) {
        return closed ? token : 0;
      }
      closed = reading_.word(token) == ")" || (closed && reading_.words().is_space(token));
    }
    return 0;
  }

  /// "- " behind a place in capitals or an agency in brackets; ":" behind a place.
  bool ends_with(Token token) {
    const std::string_view word = reading_.word(token);
    if (word == ":") {
      return capitals_ && open_ == kNoToken;
    }
    if (!is_dash(word) || token == 0 || (!capitals_ && agency_.empty())) {
      return false;
    }
    const texts::Sheet& words = reading_.words();
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
