/// \file
/// Letters of any script: capitals, small letters, digits (Unicode, by ICU). The one place that
/// tells them apart; what the model's own words are made of is `language/words/unicode.h`'s affair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace factbox {

/// A letter and the bytes that it takes. Of bytes that aren't UTF-8: U+FFFD, one byte.
struct Letter {
  char32_t code = 0;
  std::uint32_t bytes = 0;  ///< 0 at the end of the text
};

/// The letter that begins at this byte.
[[nodiscard]] Letter letter_at(std::string_view text, std::size_t offset);
/// The letter that ends before this byte.
[[nodiscard]] Letter letter_before(std::string_view text, std::size_t offset);

/// "A", "Å", "Ж": and letters that have no case, as Arabic's and Chinese's, are neither.
[[nodiscard]] bool is_capital(char32_t code);
[[nodiscard]] bool is_small(char32_t code);
[[nodiscard]] bool is_letter(char32_t code);
/// Letters and digits of any script, and the accents that stand behind their letters.
[[nodiscard]] bool is_letter_or_digit(char32_t code);
/// "0" to "9" of ASCII alone: what numbers are made of.
[[nodiscard]] constexpr bool is_digit(char32_t code) {
  return code >= U'0' && code <= U'9';
}
/// "-" and every dash of Unicode.
[[nodiscard]] bool is_dash(char32_t code);
/// Spaces and ends of lines of any kind.
[[nodiscard]] bool is_blank(char32_t code);

/// Whether one of the words' letters and signs is such a one, or each of them.
template <class Is>
[[nodiscard]] bool any_letter(std::string_view words, Is is) {
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    if (is(letter.code)) {
      return true;
    }
    at += letter.bytes;
  }
  return false;
}
template <class Is>
[[nodiscard]] bool each_letter(std::string_view words, Is is) {
  return !any_letter(words, [&](char32_t code) { return !is(code); });
}

[[nodiscard]] bool begins_with_capital(std::string_view words);
[[nodiscard]] bool begins_with_small(std::string_view words);
/// Whether there are letters and each of them is a capital: "NATO", "ÅLESUND", "U.S.".
[[nodiscard]] bool is_in_capitals(std::string_view words);
/// How many capitals the words have; none where a small letter is among them.
[[nodiscard]] std::size_t count_capitals_alone(std::string_view words);
/// Whether the words are one dash or several.
[[nodiscard]] bool is_dash(std::string_view words);

/// In small letters; a letter whose small form takes another number of bytes stays as it is, so
/// that offsets hold.
[[nodiscard]] std::string in_small_letters(std::string_view words);
/// In capitals, for show: "ß" becomes "SS".
[[nodiscard]] std::string in_capitals(std::string_view words);
/// The first letter made a capital, or small; the rest stays.
[[nodiscard]] std::string with_first_capital(std::string_view words);
[[nodiscard]] std::string with_first_small(std::string_view words);
/// In small letters and without accents ("Çelik" and "Celik" are one); for comparing, not for show.
[[nodiscard]] std::string folded(std::string_view words);

/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view words);
/// Without any of these bytes at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view words, std::string_view bytes);

}  // namespace factbox
