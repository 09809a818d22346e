#include "language/words/unicode.h"

#include <array>
#include <cstring>

namespace factbox::language {
namespace {

struct CodePointRecord {
  std::uint8_t flags;
  std::int32_t to_lower;  ///< what to add for the lower-case form
};

constexpr std::uint8_t kSpace = 1;
constexpr std::uint8_t kAlpha = 2;
constexpr std::uint8_t kUpper = 4;
constexpr std::uint8_t kDigit = 8;
constexpr std::uint8_t kCased = 16;
constexpr std::uint8_t kIgnorable = 32;

#include "language/words/unicode_tables.inc"

constexpr char32_t kDottedCapitalI = 0x130;
constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;
constexpr std::size_t kBlockBits = 7;

const CodePointRecord& record(char32_t code) {
  const std::size_t block = kBlockOf[code >> kBlockBits];
  return kRecords[kRecordOf[(block << kBlockBits) + (code & ((1U << kBlockBits) - 1))]];
}

bool has(char32_t code, std::uint8_t flag) {
  return (record(code).flags & flag) != 0;
}

template <class Predicate>
bool all_of(std::string_view text, Predicate predicate) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = code_point_at(text, offset);
    if (!predicate(next.value)) {
      return false;
    }
    offset += next.bytes;
  }
  return !text.empty();
}

void append(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

/// Whether a cased letter follows byte `offset`, marks that casing passes over left out.
bool cased_follows(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const CodePoint next = code_point_at(text, offset);
    if (!has(next.value, kIgnorable)) {
      return has(next.value, kCased);
    }
    offset += next.bytes;
  }
  return false;
}

std::string lower_any(std::string_view text) {
  std::string lower;
  lower.reserve(text.size() + 2);
  bool after_cased = false;  // the last letter before, marks that casing passes over left out
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = code_point_at(text, offset);
    offset += next.bytes;
    if (next.value == kDottedCapitalI) {
      lower += "i\xCC\x87";
    } else if (next.value == kCapitalSigma) {
      const bool final = after_cased && !cased_follows(text, offset);
      append(lower, final ? kFinalSigma : kSmallSigma);
    } else {
      const auto code = static_cast<std::int32_t>(next.value);
      append(lower, static_cast<char32_t>(code + record(next.value).to_lower));
    }
    if (!has(next.value, kIgnorable)) {
      after_cased = has(next.value, kCased);
    }
  }
  return lower;
}

std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t ahead) {
    return offset + ahead < text.size() ? static_cast<unsigned char>(text[offset + ahead]) : 0U;
  };
  const auto follows = [&](std::size_t ahead) { return (byte(ahead) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) {
    return 1;
  }
  if (first < 0xC2 || first > 0xF4 || !follows(1)) {
    return 0;
  }
  if (first < 0xE0) {
    return 2;
  }
  if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) {
    return 0;
  }
  if (first < 0xF0) {
    return follows(2) ? 3 : 0;
  }
  if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) {
    return 0;
  }
  return follows(2) && follows(3) ? 4 : 0;
}

}  // namespace

bool is_space(char32_t code) {
  return has(code, kSpace);
}
bool is_alpha(char32_t code) {
  return has(code, kAlpha);
}
bool is_upper(char32_t code) {
  return has(code, kUpper);
}
bool is_digit(char32_t code) {
  return has(code, kDigit);
}
bool is_all_space(std::string_view text) {
  return all_of(text, is_space);
}
bool is_all_alpha(std::string_view text) {
  return all_of(text, is_alpha);
}

std::string to_lower(std::string_view text) {
  std::string lower{text};
  unsigned char seen = 0;
  for (char& letter : lower) {
    seen |= static_cast<unsigned char>(letter);
    if (letter >= 'A' && letter <= 'Z') {
      letter = static_cast<char>(letter + ('a' - 'A'));
    }
  }
  return seen < 0x80 ? lower : lower_any(text);
}

std::size_t first_invalid_byte(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - offset >= sizeof eight) {
      std::memcpy(&eight, text.data() + offset, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        offset += sizeof eight;
        continue;
      }
    }
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) {
      return offset;
    }
    offset += length;
  }
  return offset;
}

}  // namespace factbox::language
