#include "texts/parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/letters.h"

namespace factbox::texts {
namespace {

/// "(Corrects number of prisoners to 122, not 212)": the token behind such a paragraph in front.
Token past_note(const Sheet& words) {
  constexpr Token kLongest = 80;
  if (words.size() == 0 || words.word(0) != "(") {
    return 0;
  }
  bool closed = false;
  for (Token token = 1; token < std::min(kLongest, words.size()); ++token) {
    if (begins_paragraph(words, token)) {
      return closed ? token : 0;
    }
    closed = words.word(token) == ")" || (closed && words.is_space(token));
  }
  return 0;
}

/// What stands in the brackets of a dateline.
std::string_view in_brackets(std::string_view dateline) {
  const auto open = dateline.find('(');
  const auto close = dateline.find(')', std::min(open, dateline.size()));
  return close == std::string_view::npos ? std::string_view{}
                                         : dateline.substr(open + 1, close - open - 1);
}

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

/// Names and days alone.
bool is_of_names(std::string_view words) {
  return std::ranges::all_of(runs_of(words), [&](ByteRange run) {
    return begins_with_capital(run.in(words)) || is_digit(letter_at(words, run.begin).code);
  });
}

/// "LISPORT: ", at the start of a report alone: elsewhere somebody speaks so.
std::size_t place_before_colon(std::string_view text) {
  constexpr std::size_t kFarthest = 40;
  constexpr std::size_t kLeastLetters = 2;
  const auto colon = text.substr(0, kFarthest).find(": ");
  if (colon == std::string_view::npos) {
    return 0;
  }
  const auto place = text.substr(0, colon);
  const auto town = place.substr(0, place.find_first_of(" ,"));
  return count_capitals_alone(town) >= kLeastLetters && is_of_names(place) ? colon + 2 : 0;
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
constexpr std::array<std::string_view, 12> kDashes{" \xE2\x80\x93 ",
                                                   " \xE2\x80\x94 ",
                                                   " - ",
                                                   " -- ",
                                                   " \xC3\xA2\xC2\x80\xC2\x93 ",
                                                   " \xC3\xA2\xC2\x80\xC2\x94 ",
                                                   " \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C ",
                                                   " \xC3\xA2\xE2\x82\xAC\xE2\x80\x9D ",
                                                   "- ",
                                                   "\xE2\x80\x93 ",
                                                   " \xE2\x80\x93",  // "LISPORT –Two ferries"
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
    const bool parted = place.find(',') != std::string_view::npos || place.ends_with(')');
    return is_of_names(place) && parted && any_letter(place, is_letter) ? past : 0;
  }
  return 0;
}

/// "GENEVA", "MANILA, Philippines", "TEHRAN, May 3 (MNA)": capitals first, a dash soon.
std::size_t dateline_within(std::string_view text, std::size_t farthest) {
  const auto head = text.substr(0, farthest);
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
    if (at == std::string_view::npos) {
      continue;
    }
    const auto place = head.substr(0, at);
    // "RIVERTON, Va. (Corvus) -": a stop before the brackets ends no sentence.
    const auto stop = place.find(". ");
    const bool one = stop == std::string_view::npos || place.substr(stop).starts_with(". (");
    const bool half_a_word = dash == "- " && is_small(letter_before(place, at).code);
    if (one && !half_a_word) {
      return at + dash.size();
    }
  }
  return 0;
}

}  // namespace

bool begins_paragraph(const Sheet& words, Token token) {
  if (token == 0) {
    return true;
  }
  const ByteRange gap{words.range(token - 1).end, words.range(token).begin};
  const auto before = words.is_space(token - 1) ? words.word(token - 1) : gap.in(words.text());
  return before.find('\n') != std::string_view::npos && !words.is_space(token);
}

Dateline dateline_of(const Sheet& words) {
  const Token begin = past_note(words);
  if (begin >= words.size()) {
    return {{0, begin}, {}};
  }
  const std::uint32_t from = words.range(begin).begin;
  const auto rest = words.text().substr(from);
  const auto line = rest.substr(0, rest.find('\n'));
  // Some feeds print place and hour before it: "RIVERTON | Mon May 3, 2031 6:29 pm RIVERTON (…) -".
  constexpr std::size_t kFarthest = 110;
  const auto length = std::max(dateline_within(line, kFarthest), place_before_colon(line));
  if (length == 0 || length >= line.size()) {
    return {{0, begin}, {}};
  }
  const Token past = words.token_at(from + static_cast<std::uint32_t>(length));
  return {{0, past}, std::string{in_brackets(line.substr(0, length))}};
}

std::size_t dateline_length(std::string_view text) {
  constexpr std::size_t kFarthest = 60;
  return dateline_within(text, kFarthest);
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

bool is_caption(const Sheet& words, ByteRange sentence) {
  const auto is_time = [&](Token token) {
    return std::ranges::any_of(words.names(), [&](const MarkedName& name) {
      return (name.type == NameType::date || name.type == NameType::time) &&
             name.tokens.contains(token);
    });
  };
  bool present = false;
  bool year = false;
  for (Token token = words.token_at(sentence.begin);
       token < words.size() && words.range(token).begin < sentence.end; ++token) {
    present =
        present || (words.form(token) == Form::third_person_verb && words.head(token) == token);
    const auto word = words.word(token);
    year =
        year || (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
                 token > 1 && words.word(token - 1) == "," && is_time(token) && is_time(token - 2));
  }
  return present && year;
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
