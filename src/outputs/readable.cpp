#include "outputs/readable.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "base/letters.h"

namespace factbox::outputs {
namespace {

bool is_direction_mark(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_blank(UChar32 c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029;
}

bool is_control(UChar32 c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF;
}

}  // namespace

std::string readable(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(words.data());
  const auto size = static_cast<std::int64_t>(words.size());
  bool blank = false;
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (c >= 0 && is_blank(c)) {
      blank = true;
      continue;
    }
    if (c < 0 || is_direction_mark(c) || is_control(c)) {
      continue;
    }
    if (blank && !out.empty()) {
      out.push_back(' ');
    }
    blank = false;
    out.append(words.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
  }
  return out;
}

std::string shortened(const std::string& words, std::size_t most) {
  std::size_t letters = 0;
  std::size_t space = 0;
  std::size_t cut = 0;
  for (std::size_t at = 0; at < words.size(); ++letters) {
    if (letters < most) {
      space = words[at] == ' ' ? at : space;
      cut = at;
    }
    at += std::max<std::size_t>(letter_at(words, at).bytes, 1);
  }
  return letters <= most ? words : words.substr(0, space > 0 ? space : cut) + "\u2026";
}

std::string linkable(std::string_view url) {
  const bool web = url.starts_with("http://") || url.starts_with("https://");
  const bool plain = std::none_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F || c == '"' || c == '\'' || c == '<' || c == '>' || c == '`';
  });
  return web && plain ? std::string{url} : std::string{};
}

}  // namespace factbox::outputs
