#include "sources/trouble.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/letters.h"

namespace factbox::sources {

namespace {

/// Whether a terminal obeys it, or shows what follows in another place.
bool is_obeyed(char32_t code) {
  const bool control = code < U' ' || (code >= 0x7F && code < 0xA0);
  const bool direction = code == 0x061C || code == 0x200E || code == 0x200F ||
                         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return control || direction || code == 0x2028 || code == 0x2029;
}

}  // namespace

std::string printable(std::string words) {
  constexpr char32_t kBroken = 0xFFFD;
  std::string shown;
  shown.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    const std::size_t bytes = std::max<std::size_t>(letter.bytes, 1);
    const bool broken = letter.code == kBroken && words.compare(at, 3, "\xef\xbf\xbd") != 0;
    if (broken || is_obeyed(letter.code)) {
      shown += '?';
    } else {
      shown.append(words, at, bytes);
    }
    at += bytes;
  }
  return shown;
}

std::string shown(const Trouble& trouble) {
  // At its very beginning, or of the whole of it: neither helps to find anything.
  const bool of_the_whole = trouble.byte == 0 && trouble.line <= 1;
  const auto line = trouble.line == 0 || of_the_whole ? "" : fmt::format(":{}", trouble.line);
  const auto byte = of_the_whole ? "" : fmt::format("byte {}: ", trouble.byte);
  return printable(fmt::format("{}{}: {}{}", trouble.file, line, byte, trouble.error.what));
}

}  // namespace factbox::sources
