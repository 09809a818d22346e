#include "texts/parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/letters.h"

namespace factbox::texts {
namespace {

/// A dash, whatever stands behind it in the word.
bool starts_with_dash(std::string_view word) {
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
  DatelineReader(const Sheet& words, std::span<const std::uint8_t> paragraphs)
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
    if (!starts_with_dash(word) || token == 0 || (!capitals_ && agency_.empty())) {
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
    } else if (open_ == kNoToken && !capitals_ && !starts_with_dash(word)) {
      return !begins_with_small(word) && !has_tense(words_.form(token));
    }
    return true;
  }

  const Sheet& words_;
  std::span<const std::uint8_t> paragraphs_;
  Token open_ = kNoToken;
  bool capitals_ = false;
  std::string agency_;
};

/// The runs of letters and digits.
std::vector<ByteRange> runs_of(std::string_view text) {
  std::vector<ByteRange> runs;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    const auto begin = static_cast<std::uint32_t>(at);
    if (is_letter_or_digit(letter.code)) {
      if (!inside) {
        runs.push_back({begin, begin});
      }
      runs.back().end = begin + letter.bytes;
    }
    inside = is_letter_or_digit(letter.code);
    at += letter.bytes;
  }
  return runs;
}

/// "20 July 2014 – The council …", "5 September 2012  A treaty …": the day, as some bodies print it
/// in front.
std::size_t day_in_front(std::string_view text) {
  constexpr std::size_t kFarthest = 40;
  const auto runs = runs_of(text.substr(0, kFarthest));
  if (runs.size() < 4 || runs[0].begin != 0) {
    return 0;
  }
  const auto word = [&](std::size_t n) { return runs[n].in(text); };
  const auto is_number = [](std::string_view digits) {
    return each_letter(digits, [](char32_t code) { return is_digit(code); });
  };
  const bool is_day = word(0).size() <= 2 && is_number(word(0)) && begins_with_capital(word(1)) &&
                      word(2).size() == 4 && is_number(word(2)) && begins_with_capital(word(3));
  const auto between = ByteRange{runs[2].end, runs[3].begin}.in(text);
  return is_day && between.find(',') == std::string_view::npos ? runs[3].begin : 0;
}

/// Dashes behind a dateline, also those that were read by a wrong encoding.
constexpr std::array<std::string_view, 11> kDashes{" \xE2\x80\x93 ",
                                                   " \xE2\x80\x94 ",
                                                   " - ",
                                                   " -- ",
                                                   " \xC3\xA2\xC2\x80\xC2\x93 ",
                                                   " \xC3\xA2\xC2\x80\xC2\x94 ",
                                                   " \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C ",
                                                   " \xC3\xA2\xE2\x82\xAC\xE2\x80\x9D ",
                                                   "- ",
                                                   "\xE2\x80\x93 ",
                                                   "\xE2\x80\x94"};

/// "(Corvus) -- ", "Port Amsel, Caldria (Corvus) - ": names only, parted by commas or with an
/// agency in brackets, then a dash between spaces and a sentence.
std::size_t small_dateline(std::string_view head, std::string_view text) {
  constexpr std::size_t kSpaced = 8;  // dashes with a space on both sides
  for (std::size_t each = 0; each < kSpaced; ++each) {
    const auto at = head.find(kDashes[each]);
    const auto past = at + kDashes[each].size();
    if (at == std::string_view::npos ||
        !begins_with_capital(text.substr(std::min(past, text.size()), 4))) {
      continue;
    }
    const auto place = head.substr(0, at);
    const auto runs = runs_of(place);
    const bool names = std::ranges::all_of(runs, [&](ByteRange run) {
      return begins_with_capital(run.in(place)) || is_digit(letter_at(place, run.begin).code);
    });
    const bool parted = place.find(',') != std::string_view::npos || place.ends_with(')');
    return names && parted && !runs.empty() ? past : 0;
  }
  return 0;
}

}  // namespace

Dateline dateline_of(const Sheet& words, std::span<const std::uint8_t> paragraphs) {
  return DatelineReader{words, paragraphs}.read();
}

std::size_t dateline_length(std::string_view text) {
  // "GENEVA", "MANILA, Philippines", "TEHRAN, May 3 (MNA)": capitals first, a dash soon.
  constexpr std::size_t kFarthest = 60;
  const auto head = text.substr(0, kFarthest);
  constexpr std::size_t kLeastCapitals = 3;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (Letter next = letter_at(text, 0); is_capital(next.code); next = letter_at(text, capitals)) {
    capitals += next.bytes;
    ++letters;
  }
  if (letters < kLeastCapitals) {
    return std::max(day_in_front(text), small_dateline(head, text));
  }
  for (const auto dash : kDashes) {
    const auto at = head.find(dash);
    if (at != std::string_view::npos && head.substr(0, at).find(". ") == std::string_view::npos) {
      return at + dash.size();
    }
  }
  return 0;
}

std::size_t heading_length(std::string_view text) {
  constexpr std::size_t kFarthest = 90;
  constexpr std::array<std::string_view, 3> kGaps{"   ", "\xC2\xA0 ", " \xC2\xA0"};
  std::size_t gap = std::string_view::npos;
  for (const auto each : kGaps) {
    gap = std::min(gap, text.substr(0, kFarthest).find(each));
  }
  const auto rest = gap == std::string_view::npos ? gap : text.find_first_not_of(" \xC2\xA0", gap);
  const bool sentence = rest != std::string_view::npos && is_capital(letter_at(text, rest).code);
  return sentence ? rest : 0;
}

ByteRange credit_initials(std::string_view text, ByteRange content) {
  auto begin = content.end;
  bool slash = false;
  while (begin > content.begin) {
    const Letter letter = letter_before(text, begin);
    if (!is_capital(letter.code) && letter.code != U'/') {
      break;
    }
    begin -= letter.bytes;
    slash = slash || letter.code == U'/';
  }
  const bool apart = begin > content.begin && is_blank(letter_before(text, begin).code);
  const auto before = trimmed(text.substr(content.begin, begin - content.begin));
  const bool ended = before.ends_with('.') || before.ends_with('"') ||
                     before.ends_with("\xE2\x80\x9D");  // "… of the deal.” MH"
  return (slash || ended) && apart && content.end - begin <= 8 ? ByteRange{begin, content.end}
                                                               : ByteRange{};
}

}  // namespace factbox::texts
