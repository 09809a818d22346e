#include "reports/double_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"
#include "base/letters.h"
#include "reports/encoding.h"

namespace factbox::reports {
namespace {

/// What windows-1252 has from 0x80 to 0x9F; where it has nothing, browsers take the byte's number.
constexpr std::array<char32_t, 32> kHigh{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// The byte that windows-1252 has for a letter; 0 if none.
unsigned char byte_of(char32_t letter) {
  constexpr char32_t kFirst = 0xA0;
  constexpr char32_t kLast = 0xFF;
  if (letter >= kFirst && letter <= kLast) {
    return static_cast<unsigned char>(letter);
  }
  const auto* found = std::ranges::find(kHigh, letter);
  return found == kHigh.end() ? 0 : static_cast<unsigned char>(0x80 + (found - kHigh.begin()));
}

/// The letters beyond ASCII that begin at `at`, as bytes again; empty if they aren't UTF-8 then.
/// `end` is where they end.
std::string bytes_again(std::string_view text, std::size_t at, std::size_t& end) {
  std::string bytes;
  bool fits = true;
  for (end = at; end < text.size() && ascii::is_beyond(text[end]);) {
    const Letter letter = letter_at(text, end);
    const unsigned char byte = byte_of(letter.code);
    fits = fits && byte != 0;
    bytes += static_cast<char>(byte);
    end += std::max<std::size_t>(letter.bytes, 1);
  }
  // windows-1252 has no letter for the last byte of ”, which therefore is often lost.
  constexpr std::string_view kCutQuote = "\xE2\x80";
  if (fits && bytes.ends_with(kCutQuote)) {
    bytes += '\x9D';
  }
  return fits && bytes.size() > 1 && find_bad_utf8(bytes) == std::string_view::npos ? bytes : "";
}

}  // namespace

PutRight put_right_double_encoding(std::string_view text) {
  constexpr std::size_t kSeveral = 3;
  constexpr std::size_t kToOneOther = 8;
  PutRight right;
  // What was encoded twice has "Ã", "Â", "â", "Ð", … with another letter beyond ASCII behind it;
  // most pages have hardly any, and cost one search.
  std::size_t pairs = 0;
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos && pairs < kSeveral;
       at = text.find('\xC3', at + 1)) {
    pairs += at + 2 < text.size() && ascii::is_beyond(text[at + 2]) ? 1 : 0;
  }
  if (pairs < kSeveral) {
    return right;
  }
  std::string mended;
  std::size_t places = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!ascii::is_beyond(text[at])) {
      mended += text[at++];
      continue;
    }
    std::size_t end = at;
    const std::string bytes = bytes_again(text, at, end);
    (bytes.empty() ? others : places) += 1;
    mended += bytes.empty() ? text.substr(at, end - at) : std::string_view{bytes};
    at = end;
  }
  if (places >= kSeveral && places >= kToOneOther * others) {
    right.text = std::move(mended);
    right.places = places;
  }
  return right;
}

}  // namespace factbox::reports
