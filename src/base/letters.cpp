#include "base/letters.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/assert.h"

namespace factbox {

namespace {

constexpr char32_t kBroken = 0xFFFD;
constexpr char32_t kAscii = 0x80;

UChar32 icu(char32_t code) {
  return static_cast<UChar32>(code);
}

void append(std::string& words, char32_t code) {
  icu::UnicodeString{icu(code)}.toUTF8String(words);
}

char32_t small_of(char32_t code) {
  return static_cast<char32_t>(u_tolower(icu(code)));
}

template <class Change>
std::string with_first(std::string_view words, const Change& change) {
  const Letter first = letter_at(words, 0);
  if (first.bytes == 0 || first.code == kBroken) {
    return std::string{words};
  }
  std::string made;
  append(made, change(first.code));
  return made.append(words.substr(first.bytes));
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) {
    return {};
  }
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < kAscii) {
    return {first, 1};
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(offset);
  UChar32 code = 0;
  U8_NEXT(bytes, at, static_cast<std::int32_t>(text.size()), code);
  if (code < 0) {
    return {kBroken, 1};
  }
  return {static_cast<char32_t>(code),
          static_cast<std::uint32_t>(static_cast<std::size_t>(at) - offset)};
}

Letter letter_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) {
    return {};
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto at = static_cast<std::int32_t>(offset);
  UChar32 code = 0;
  U8_PREV(bytes, 0, at, code);
  if (code < 0) {
    return {kBroken, 1};
  }
  return {static_cast<char32_t>(code),
          static_cast<std::uint32_t>(offset - static_cast<std::size_t>(at))};
}

bool is_capital(char32_t code) {
  return code < kAscii ? code >= U'A' && code <= U'Z' : u_isupper(icu(code)) != 0;
}

bool is_small(char32_t code) {
  return code < kAscii ? code >= U'a' && code <= U'z' : u_islower(icu(code)) != 0;
}

bool is_letter(char32_t code) {
  return code < kAscii ? is_capital(code) || is_small(code) : u_isalpha(icu(code)) != 0;
}

bool is_letter_or_digit(char32_t code) {
  return code < kAscii ? is_letter(code) || is_digit(code)
                       : u_isalnum(icu(code)) != 0 || u_charType(icu(code)) == U_NON_SPACING_MARK;
}

bool is_dash(char32_t code) {
  return code == U'-' || (code >= kAscii && u_hasBinaryProperty(icu(code), UCHAR_DASH) != 0);
}

bool is_blank(char32_t code) {
  return u_isUWhiteSpace(icu(code)) != 0;
}

bool begins_with_capital(std::string_view words) {
  return is_capital(letter_at(words, 0).code);
}

bool begins_with_small(std::string_view words) {
  return is_small(letter_at(words, 0).code);
}

bool is_in_capitals(std::string_view words) {
  bool capitals = false;
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    if (is_letter(letter.code) && !is_capital(letter.code)) {
      return false;
    }
    capitals = capitals || is_capital(letter.code);
    at += letter.bytes;
  }
  return capitals;
}

std::size_t count_capitals_alone(std::string_view words) {
  std::size_t capitals = 0;
  const bool alone = each_letter(words, [&](char32_t code) {
    capitals += is_capital(code) ? 1 : 0;
    return !is_small(code);
  });
  return alone ? capitals : 0;
}

bool is_dash(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    if (!is_dash(letter.code)) {
      return false;
    }
    at += letter.bytes;
  }
  return !words.empty();
}

std::string in_small_letters(std::string_view words) {
  std::string small{words};
  for (std::size_t at = 0; at < words.size();) {
    const auto first = static_cast<unsigned char>(words[at]);
    if (first < kAscii) {
      small[at] = ascii::small(words[at]);
      ++at;
      continue;
    }
    const Letter letter = letter_at(words, at);
    const auto code = icu(small_of(letter.code));
    if (letter.code != kBroken && U8_LENGTH(code) == static_cast<std::int32_t>(letter.bytes)) {
      std::size_t to = at;
      U8_APPEND_UNSAFE(small, to, code);
    }
    at += letter.bytes;
  }
  return small;
}

std::string in_capitals(std::string_view words) {
  std::string made;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())))
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(made);
  return made;
}

std::string with_first_capital(std::string_view words) {
  return with_first(words,
                    [](char32_t code) { return static_cast<char32_t>(u_toupper(icu(code))); });
}

std::string with_first_small(std::string_view words) {
  return with_first(words, small_of);
}

std::string folded(std::string_view words) {
  if (std::ranges::all_of(words, [](char c) { return static_cast<unsigned char>(c) < kAscii; })) {
    return in_small_letters(words);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* parts = icu::Normalizer2::getNFKDInstance(status);
  FB_ASSERT(U_SUCCESS(status));
  const icu::UnicodeString apart =
      parts->normalize(icu::UnicodeString::fromUTF8(
                           icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())))
                           .foldCase(),
                       status);
  std::string plain;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 code = apart.char32At(at);
    if (u_charType(code) != U_NON_SPACING_MARK) {
      append(plain, static_cast<char32_t>(code));
    }
  }
  return plain;
}

std::string_view trimmed(std::string_view words) {
  for (Letter first = letter_at(words, 0); first.bytes > 0 && is_blank(first.code);
       first = letter_at(words, 0)) {
    words.remove_prefix(first.bytes);
  }
  for (Letter last = letter_before(words, words.size()); last.bytes > 0 && is_blank(last.code);
       last = letter_before(words, words.size())) {
    words.remove_suffix(last.bytes);
  }
  return words;
}

std::string_view trimmed(std::string_view words, std::string_view bytes) {
  const std::size_t first = words.find_first_not_of(bytes);
  if (first == std::string_view::npos) {
    return {};
  }
  return words.substr(first, words.find_last_not_of(bytes) - first + 1);
}

}  // namespace factbox
