#include "language/words/chunks.h"

#include <array>
#include <cstddef>

#include "language/words/unicode.h"

namespace factbox::language {
namespace {

/// What a byte of UTF-8 says about white space.
enum class Sign : std::uint8_t { no_space, space, perhaps };

constexpr std::array<Sign, 256> kSigns = [] {
  std::array<Sign, 256> signs{};
  for (const int space : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20}) {
    signs.at(static_cast<std::size_t>(space)) = Sign::space;
  }
  // The first bytes of U+0085 and U+00A0, U+1680, U+2000 and its neighbours, U+3000.
  for (const int lead : {0xC2, 0xE1, 0xE2, 0xE3}) {
    signs.at(static_cast<std::size_t>(lead)) = Sign::perhaps;
  }
  return signs;
}();

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Sign sign = kSigns[static_cast<unsigned char>(text[at])];
    if (sign == Sign::no_space) {
      ++at;
      continue;
    }
    if (sign == Sign::space) {
      break;
    }
    const CodePoint next = code_point_at(text, at);
    if (is_space(next.value)) {
      break;
    }
    at += next.bytes;
  }
  return at;
}

std::size_t end_of_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint next = code_point_at(text, at);
    if (!is_space(next.value)) {
      break;
    }
    at += next.bytes;
  }
  return at;
}

}  // namespace

std::optional<Chunk> ChunkWalk::next() {
  if (at_ >= text_.size()) {
    return std::nullopt;
  }
  const std::size_t begin = at_;
  std::size_t end = end_of_word(text_, begin);
  const bool is_word = end > begin;
  if (!is_word) {
    end = end_of_space(text_, begin);
  }
  const bool space_follows = is_word && end < text_.size() && text_[end] == ' ';
  at_ = end + (space_follows ? 1 : 0);
  return Chunk{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, space_follows};
}

}  // namespace factbox::language
