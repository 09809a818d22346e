#include "stories/words.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/letters.h"

namespace factbox::stories {
namespace {

/// One code point of a text and where it ends.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t end = 0;
};

CodePoint code_point_at(std::string_view text, std::uint32_t at) {
  const Letter letter = letter_at(text, at);
  return {letter.code, at + letter.bytes};
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

void append_folded(std::string& to, char32_t c) {
  constexpr char32_t kAscii = 0x80;
  if (c < kAscii) {
    to += ascii::small(static_cast<char>(c));
    return;
  }
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  to.append(bytes, static_cast<std::size_t>(size));
}

/// Reads a text from left to right and gathers its words.
class WordSplitter {
 public:
  WordSplitter(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

  std::vector<PlainWord> run() {
    while (at_ < text_.size() && words_.size() < limit_) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_letter_or_digit(c.value)) {
        read_word();
      } else {
        read_mark(c.value);
        at_ = c.end;
      }
    }
    return std::move(words_);
  }

 private:
  void read_mark(char32_t c) {
    if (c == '.' || c == '!' || c == '?' || c == '\n') {
      sentence_ended_ = true;
    } else if (c == '"') {
      quoted_ = !quoted_;
    } else if (c == 0x201C) {
      quoted_ = true;
    } else if (c == 0x201D) {
      quoted_ = false;
    }
  }

  /// The sign at `at_` joins two parts of one word: "don't", "1,200", "3.5", "U.S".
  [[nodiscard]] bool joins(char32_t before, CodePoint sign) const {
    if (sign.end >= text_.size()) {
      return false;
    }
    const char32_t after = code_point_at(text_, sign.end).value;
    if (!is_letter_or_digit(after)) {
      return false;
    }
    if (is_apostrophe(sign.value)) {
      return !is_digit(after);
    }
    if (sign.value == ',') {
      return is_digit(before) && is_digit(after);
    }
    if (sign.value == '.') {
      return (is_digit(before) && is_digit(after)) ||
             (letters_in_part_ == 1 && is_capital(before) && is_capital(after));
    }
    return false;
  }

  void read_word() {
    PlainWord word;
    word.where.begin = at_;
    word.starts_sentence = sentence_ended_;
    word.quoted = quoted_;
    word.capital = is_capital(code_point_at(text_, at_).value);
    std::size_t letters = 0;
    std::size_t capitals = 0;
    char32_t last = 0;
    letters_in_part_ = 0;
    while (at_ < text_.size()) {
      const CodePoint c = code_point_at(text_, at_);
      if (is_letter_or_digit(c.value)) {
        append_folded(word.folded, c.value);
        ++letters;
        ++letters_in_part_;
        if (is_capital(c.value)) {
          ++capitals;
        }
        last = c.value;
      } else if (joins(last, c)) {
        if (is_apostrophe(c.value)) {
          word.folded += '\'';
        }
        if (c.value == '.' && is_digit(last)) {
          word.folded += '.';
        }
        letters_in_part_ = 0;
      } else {
        break;
      }
      at_ = c.end;
    }
    word.where.end = at_;
    sentence_ended_ = false;
    if (word.folded.ends_with("'s")) {
      word.folded.resize(word.folded.size() - 2);
      --letters;
    }
    if (letters >= 2 && letters <= 6 && capitals == letters) {
      word.folded = in_capitals(word.folded);
    }
    word.hash = stable_hash(word.folded);
    words_.push_back(std::move(word));
  }

  std::string_view text_;
  std::size_t limit_;
  std::uint32_t at_ = 0;
  std::size_t letters_in_part_ = 0;
  bool sentence_ended_ = true;
  bool quoted_ = false;
  std::vector<PlainWord> words_;
};

}  // namespace

std::vector<PlainWord> split_words(std::string_view text, std::size_t limit) {
  return WordSplitter(text, limit).run();
}

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
  }
  hash ^= hash >> 30U;
  hash *= 0xbf58476d1ce4e5b9ULL;
  hash ^= hash >> 27U;
  hash *= 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31U);
}

std::string folded_words(std::span<const PlainWord> words) {
  std::string folded;
  for (const PlainWord& word : words) {
    if (!folded.empty()) {
      folded += ' ';
    }
    folded += word.folded;
  }
  return folded;
}

std::string folded_words(std::string_view words) {
  constexpr std::size_t kMostWords = 64;
  return folded_words(split_words(words, kMostWords));
}

std::string hex16(std::uint64_t hash) {
  return fmt::format("{:016x}", hash);
}

}  // namespace factbox::stories
