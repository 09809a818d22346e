#include "reports/formats/transfer_coding.h"

#include <cstdint>

#include "base/ascii.h"

namespace factbox::reports::formats {
namespace {

/// What a letter of base64 stands for; -1 for what is none.
int value_of_base64(char c) {
  constexpr int kSmall = 26;
  constexpr int kDigits = 52;
  if (ascii::is_capital(c)) {
    return c - 'A';
  }
  if (ascii::is_small(c)) {
    return c - 'a' + kSmall;
  }
  if (ascii::is_digit(c)) {
    return c - '0' + kDigits;
  }
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

}  // namespace

std::string from_base64(std::string_view letters) {
  constexpr unsigned kBitsOfLetter = 6;
  constexpr unsigned kBitsOfByte = 8;
  std::string bytes;
  bytes.reserve(letters.size() / 4 * 3);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : letters) {
    if (c == '=') {
      break;
    }
    const int value = value_of_base64(c);
    if (value < 0) {
      continue;
    }
    bits = (bits << kBitsOfLetter) | static_cast<std::uint32_t>(value);
    count += kBitsOfLetter;
    if (count >= kBitsOfByte) {
      count -= kBitsOfByte;
      bytes += static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  return bytes;
}

std::string from_quoted_printable(std::string_view letters) {
  constexpr int kHex = 16;
  std::string bytes;
  bytes.reserve(letters.size());
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const std::string_view rest = letters.substr(at);
    if (rest[0] != '=') {
      bytes += rest[0];
    } else if (rest.starts_with("=\r\n")) {
      at += 2;  // a line broken for the way alone
    } else if (rest.starts_with("=\n")) {
      at += 1;
    } else if (rest.size() > 2 && ascii::value_of_hex(rest[1]) >= 0 &&
               ascii::value_of_hex(rest[2]) >= 0) {
      bytes +=
          static_cast<char>(ascii::value_of_hex(rest[1]) * kHex + ascii::value_of_hex(rest[2]));
      at += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

}  // namespace factbox::reports::formats
