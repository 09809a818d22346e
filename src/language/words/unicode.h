/// \file
/// Letters as Python 3.11 sees them (Unicode 14): the models were trained on its answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace factbox::language {

/// A code point and the bytes it takes.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t bytes = 1;
};

/// The code point that starts at byte `offset` of valid UTF-8.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t ahead) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[offset + ahead]));
  };
  const char32_t first = byte(0);
  if (first < 0x80) {
    return {first, 1};
  }
  if (first < 0xE0) {
    return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  }
  if (first < 0xF0) {
    return {(first & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  }
  return {(first & 0x7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
          4};
}

/// The byte at which the code point that ends before byte `end` starts.
[[nodiscard]] inline std::size_t code_point_before(std::string_view text, std::size_t end) {
  do {
    --end;
  } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  return end;
}

/// str.isspace: U+001C to U+001F, U+0085 and the no-break space too, U+200B not.
[[nodiscard]] bool is_space(char32_t code);
/// str.isalpha: the letters of all scripts, no marks, no numbers.
[[nodiscard]] bool is_alpha(char32_t code);
/// str.isupper of one code point: title-case letters are not upper.
[[nodiscard]] bool is_upper(char32_t code);
/// str.isdigit: superscripts and circled digits too, fractions and Roman numerals not.
[[nodiscard]] bool is_digit(char32_t code);

/// Whether all of a text that isn't empty is space.
[[nodiscard]] bool is_all_space(std::string_view text);
/// Whether all of a text that isn't empty are letters.
[[nodiscard]] bool is_all_alpha(std::string_view text);

/// str.lower, with the dotted capital I and the final sigma. `text` is valid UTF-8.
[[nodiscard]] std::string to_lower(std::string_view text);

/// Where the first byte stands that is no UTF-8 (or part of a surrogate, an overlong form, a code
/// point past U+10FFFF); the text's size if there is none.
[[nodiscard]] std::size_t first_invalid_byte(std::string_view text);

}  // namespace factbox::language
