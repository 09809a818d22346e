#include "mentions/pieces.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/letters.h"

namespace factbox::mentions {
namespace {

using ascii::is_digit;

enum class Class : std::uint8_t { space, letter, digit, dash, quote, double_quote, mark };

struct Character {
  Class kind = Class::mark;
  std::uint32_t size = 1;
};

Class class_of(std::uint32_t code) {
  if (code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000) {
    return Class::space;
  }
  if (code >= 0x2010 && code <= 0x2015) {
    return Class::dash;
  }
  if (code == 0x2018 || code == 0x2019) {
    return Class::quote;
  }
  if (code == 0x201C || code == 0x201D) {
    return Class::double_quote;
  }
  const bool latin_mark = code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA;
  const bool marks = (code >= 0x2016 && code <= 0x2BFF) || (code >= 0x3001 && code <= 0x3020);
  return latin_mark || marks || code == 0xD7 ? Class::mark : Class::letter;
}

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      return {Class::space, 1};
    }
    if (ascii::is_letter(c)) {
      return {Class::letter, 1};
    }
    if (is_digit(c)) {
      return {Class::digit, 1};
    }
    if (c == '-') {
      return {Class::dash, 1};
    }
    return {c == '\'' ? Class::quote : (c == '"' ? Class::double_quote : Class::mark), 1};
  }
  const std::uint32_t size = byte >= 0xF0 ? 4 : (byte >= 0xE0 ? 3 : 2);
  if (at + size > text.size()) {
    return {Class::mark, 1};
  }
  std::uint32_t code = byte & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {class_of(code), size};
}

/// Letters, and dots and apostrophes among them: "U.S.", "a.m.", "o'clock", but "ministry" + "'s".
std::size_t word_end(std::string_view text, std::size_t at) {
  bool dotted = false;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (c.kind == Class::letter) {
      at += c.size;
      continue;
    }
    const std::size_t next = at + c.size;
    const bool letter_after = next < text.size() && character_at(text, next).kind == Class::letter;
    if (text[at] == '.') {
      const bool single_before = at < 2 || !ascii::is_letter(text[at - 2]);
      if (letter_after && single_before) {
        dotted = true;
        ++at;
        continue;
      }
      return dotted && single_before ? next : at;
    }
    if (c.kind != Class::quote || !letter_after || text[next] == 's' || text[next] == 'S') {
      return at;
    }
    at = next;
  }
  return at;
}

/// Digits, with commas before every third one (or, as in India, before pairs and the last three)
/// and one decimal point.
std::size_t number_end(std::string_view text, std::size_t at) {
  const auto digits_from = [&](std::size_t from) {
    std::size_t to = from;
    while (to < text.size() && is_digit(text[to])) {
      ++to;
    }
    return to - from;
  };
  std::size_t run = digits_from(at);
  at += run;
  if (run <= 2) {
    std::size_t pairs = at;
    while (pairs < text.size() && text[pairs] == ',' && digits_from(pairs + 1) == 2) {
      pairs += 3;
    }
    const bool indian = pairs < text.size() && text[pairs] == ',' && digits_from(pairs + 1) == 3;
    at = indian ? pairs : at;
  }
  while (run <= 3 && at < text.size() && text[at] == ',' && digits_from(at + 1) == 3) {
    at += 4;
  }
  if (at < text.size() && text[at] == '.') {
    run = digits_from(at + 1);
    at += run == 0 ? 0 : run + 1;
  }
  return at;
}

double value_of(std::string_view number) {
  std::string plain{number};
  std::erase(plain, ',');
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

}  // namespace

Pieces::Pieces(std::string_view text) : text_(text) {
  cut();
}

Pieces::Pieces(const texts::Sheet& sheet) : text_(sheet.text()) {
  cut();
  std::uint32_t token = 0;
  for (Piece& piece : pieces_) {
    while (token + 1 < sheet.size() && sheet.range(token).end <= piece.range.begin) {
      ++token;
    }
    piece.token = token;
  }
}

void Pieces::cut() {
  lower_ = in_small_letters(text_);
  bool glued = false;
  for (std::size_t at = 0; at < text_.size();) {
    const Character c = character_at(text_, at);
    if (c.kind == Class::space) {
      glued = false;
      at += c.size;
      continue;
    }
    std::size_t end = at + c.size;
    Piece piece;
    const bool decimal = text_[at] == '.' && end < text_.size() && is_digit(text_[end]) &&
                         (!glued || pieces_.back().kind == PieceKind::mark);
    if (c.kind == Class::letter) {
      piece.kind = PieceKind::word;
      end = word_end(text_, at);
    } else if (c.kind == Class::digit || decimal) {
      piece.kind = PieceKind::number;
      end = number_end(text_, at);
      piece.value = value_of(text_.substr(at, end - at));
    }
    piece.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    piece.glued = glued;
    pieces_.push_back(piece);
    const std::string_view word = std::string_view{lower_}.substr(at, end - at);
    words_.push_back(c.kind == Class::dash           ? "-"
                     : c.kind == Class::quote        ? "'"
                     : c.kind == Class::double_quote ? "\""
                                                     : word);
    glued = true;
    at = end;
  }
}

bool Pieces::is_capital(std::uint32_t index) const {
  const std::string_view word = written(index);
  const char32_t first = letter_at(word, 0).code;
  return is_letter(first) && !is_small(first);  // letters without case are the names of elsewhere
}

}  // namespace factbox::mentions
