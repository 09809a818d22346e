#include "factboxes/words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/letters.h"
#include "base/month_names.h"

namespace factbox::factboxes {
namespace {

constexpr std::string_view kRightQuote = "\xE2\x80\x99";  // ’

/// General punctuation (U+2000 to U+206F) and Latin-1 signs part words; other bytes over 127 are
/// letters to us.
bool parts_words(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return !ascii::is_digit(text[at]) && !ascii::is_letter(text[at]);
  }
  if (at + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return (byte == 0xE2 && (next == 0x80 || next == 0x81)) || (byte == 0xC2 && next < 0xC0);
  }
  return false;
}

std::size_t step(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

/// Bytes of an apostrophe at `at`; 0 where none is.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  if (text[at] == '\'') {
    return 1;
  }
  return text.substr(at).starts_with(kRightQuote) ? kRightQuote.size() : 0;
}

bool goes_on(std::string_view text, std::size_t at, std::size_t mark) {
  return at + mark < text.size() && !parts_words(text, at + mark);
}

/// True where a point or comma at `at` stands between digits.
bool inside_number(std::string_view text, std::size_t at) {
  return (text[at] == '.' || text[at] == ',') && at > 0 && is_digit(letter_before(text, at).code) &&
         at + 1 < text.size() && is_digit(letter_at(text, at + 1).code);
}

/// True where the letters from `at` on are a possessive: "s", and no letter behind.
bool is_possessive(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == 's' &&
         (at + 1 == text.size() || parts_words(text, at + 1));
}

std::string fold(std::string_view word) {
  const std::string small = in_small_letters(word);
  std::string out;
  for (std::size_t i = 0; i < small.size();) {
    if (const auto mark = apostrophe(small, i); mark > 0) {
      out += '\'';
      i += mark;
    } else {
      out += small[i++];
    }
  }
  return out;
}

void add(std::vector<Word>& words, std::string_view text, std::size_t begin, std::size_t end) {
  if (begin < end) {
    words.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                     fold(text.substr(begin, end - begin))});
  }
}

// English: sentences are parted here before any table is at hand, for the check as well.
constexpr std::array<std::string_view, 22> kAbbreviations{
    "mr",  "mrs", "ms", "dr", "prof", "gen", "col", "lt",  "capt", "sgt", "sen",
    "rep", "gov", "no", "st", "jr",   "vs",  "maj", "adm", "rev",  "inc", "corp"};

/// "Dec. 3", and "a quake of 5. 9", as feeds print a point that has lost its place.
bool is_before_number(std::string_view word) {
  constexpr std::size_t kFewDigits = 2;  // "… in 2012. 40 people": a year ends its sentence
  const auto digits = word.size() - (word.find_last_not_of("0123456789") + 1);
  const bool few = digits > 0 && digits <= kFewDigits && !ascii::is_letter(word[0]);
  constexpr std::size_t kShortMonth = 3;  // "Dec", and "Sept"
  return few || (word.size() >= kShortMonth &&
                 std::ranges::any_of(kMonthNames, [&](std::string_view month) {
                   return fold(month).starts_with(word);
                 }));
}

/// True where the stop at `at` belongs to an initial, an abbreviation or a number.
bool is_abbreviation(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && !parts_words(text, begin - 1)) {
    --begin;
  }
  const auto word = fold(text.substr(begin, at - begin));
  if (word.size() == 1 && ascii::is_letter(word[0])) {
    return true;
  }
  if (text.substr(at).starts_with(". ") && at + 2 < text.size() && ascii::is_digit(text[at + 2]) &&
      !word.empty() && is_before_number(word)) {
    return true;
  }
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

constexpr std::array<std::string_view, 5> kClosing{"\"", "\xE2\x80\x9D", "'", kRightQuote, ")"};

std::size_t skip_closing(std::string_view text, std::size_t at) {
  for (bool more = true; more && at < text.size();) {
    more = false;
    for (const auto mark : kClosing) {
      if (text.substr(at).starts_with(mark)) {
        at += mark.size();
        more = true;
      }
    }
  }
  return at;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::size_t begin = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto mark = apostrophe(text, i);
    if (inside && mark > 0 && goes_on(text, i, mark)) {
      if (is_possessive(text, i + mark)) {
        add(words, text, begin, i);
        begin = i;
      }
      i += mark;
      continue;
    }
    if (parts_words(text, i) && !(inside && inside_number(text, i))) {
      if (inside) {
        add(words, text, begin, i);
        inside = false;
      }
    } else if (!inside) {
      inside = true;
      begin = i;
    }
    i += step(text, i);
  }
  if (inside) {
    add(words, text, begin, text.size());
  }
  return words;
}

std::string last_word(std::string_view text) {
  const auto words = words_of(text);
  return words.empty() ? std::string{} : words.back().folded;
}

std::string folded(std::string_view text) {
  std::string out = " ";
  for (const auto& word : words_of(text)) {
    out += word.folded;
    out += ' ';
  }
  return out;
}

std::string low(std::string_view word) {
  return in_small_letters(word);
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
  return folded(text).find(folded(phrase)) != std::string::npos;
}

std::string without_phrase(std::string text, std::string_view phrase) {
  const auto wanted = words_of(phrase);
  const auto words = words_of(text);
  for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= words.size(); ++i) {
    const bool same =
        std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(i),
                   [](const Word& a, const Word& b) { return a.folded == b.folded; });
    if (same) {
      const auto begin = words[i].range.begin;
      const auto end = words[i + wanted.size() - 1].range.end;
      text.replace(begin, end - begin, end - begin, ' ');
    }
  }
  return text;
}

std::vector<ByteRange> sentences_of(std::string_view text) {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (begin < end) {
      sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') {
      continue;
    }
    const std::size_t end = skip_closing(text, i + 1);
    if (end >= text.size()) {
      break;
    }
    std::size_t next = end;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) {
      ++next;
    }
    const bool parted = next > end && next < text.size() && !is_small(letter_at(text, next).code);
    if (parted && !(text[i] == '.' && end == i + 1 && is_abbreviation(text, i))) {
      close(end);
      begin = next;
      i = next - 1;
    }
  }
  close(text.size());
  return sentences;
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace factbox::factboxes
