/// \file
/// The letters of ASCII, for bytes of a format: names of tags and charsets, codes, ids. What
/// people read is made of `base/letters.h`'s letters.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace factbox::ascii {

[[nodiscard]] constexpr bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_capital(c) || is_small(c);
}
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
/// Of UTF-8: part of a letter or a sign beyond ASCII.
[[nodiscard]] constexpr bool is_beyond(char c) {
  return static_cast<signed char>(c) < 0;
}
[[nodiscard]] constexpr char small(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
/// What a digit of base 16 stands for; -1 for what is none.
[[nodiscard]] constexpr int value_of_hex(char c) {
  const std::size_t at = std::string_view{"0123456789abcdef"}.find(small(c));
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}
[[nodiscard]] inline std::string in_small_letters(std::string_view bytes) {
  std::string made{bytes};
  std::ranges::transform(made, made.begin(), small);
  return made;
}

}  // namespace factbox::ascii
