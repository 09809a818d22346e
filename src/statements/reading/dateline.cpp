#include "statements/reading/dateline.h"

#include <algorithm>

#include "base/letters.h"

namespace factbox::statements {
namespace {

bool is_dash(std::string_view word) {
  return word.starts_with("-") || word.starts_with("\xE2\x80\x93") ||
         word.starts_with("\xE2\x80\x94");
}

bool in_capitals(std::string_view word) {
  constexpr std::size_t kLeastLetters = 2;
  return count_capitals_alone(word) >= kLeastLetters;
}

/// Goes through the first words of a text.
class DatelineReader {
 public:
  DatelineReader(const texts::Sheet& words, std::span<const std::uint8_t> paragraphs)
      : words_(words), paragraphs_(paragraphs) {}

  Dateline read() {
    constexpr Token kLongest = 22;
    const Token begin = past_note();
    const Token past = std::min(begin + kLongest, words_.size());
    capitals_ = past > begin && in_capitals(words_.word(begin));
    const std::string_view first = capitals_ ? words_.word(begin) : std::string_view{};
    if (first.ends_with('-') || first.ends_with(':') || first.ends_with("\xE2\x80\x93") ||
        first.ends_with("\xE2\x80\x94")) {
      return {{0, begin + 1}, {}};  // "TEHRAN- Two ships"
    }
    for (Token token = begin; token < past; ++token) {
      if (token > begin && paragraphs_[token] != 0) {
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
    if (words_.size() == 0 || words_.word(0) != "(") {
      return 0;
    }
    bool closed = false;
    for (Token token = 1; token < std::min(kLongest, words_.size()); ++token) {
      if (paragraphs_[token] != 0) {
        return closed ? token : 0;
      }
      closed = words_.word(token) == ")" || (closed && words_.is_space(token));
    }
    return 0;
  }

  /// "- " behind a place in capitals or an agency in brackets; ":" behind a place.
  bool ends_with(Token token) {
    const std::string_view word = words_.word(token);
    if (word == ":") {
      return capitals_ && open_ == kNoToken;
    }
    if (!is_dash(word) || token == 0 || (!capitals_ && agency_.empty())) {
      return false;
    }
    const bool before = words_.range(token).begin > words_.range(token - 1).end;
    const bool after =
        token + 1 < words_.size() && words_.range(token + 1).begin > words_.range(token).end;
    return before || after || !agency_.empty();
  }

  /// Whether the word can stand in a dateline.
  bool goes_on(Token token) {
    const std::string_view word = words_.word(token);
    if (word == "(") {
      open_ = token + 1;
    } else if (word == ")" && open_ < token) {
      agency_ = words_.bytes({open_, token}).in(words_.text());
    } else if (open_ == kNoToken && !capitals_ && !is_dash(word)) {
      return !begins_with_small(word) && !texts::has_tense(words_.form(token));
    }
    return true;
  }

  const texts::Sheet& words_;
  std::span<const std::uint8_t> paragraphs_;
  Token open_ = kNoToken;
  bool capitals_ = false;
  std::string agency_;
};

}  // namespace

Dateline dateline_of(const texts::Sheet& words, std::span<const std::uint8_t> paragraphs) {
  return DatelineReader{words, paragraphs}.read();
}

}  // namespace factbox::statements
