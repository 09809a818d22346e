#include "factboxes/lines/pieces.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "texts/marks.h"

namespace factbox::factboxes {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool leans_left(char c) {
  return c == ',' || c == '.' || c == ';' || c == ':' || c == ')';
}

bool ends_clause(char c) {
  return c == ',' || c == ';' || c == ':';
}

/// Adds a character, so that no two spaces, no space before a mark and no two marks arise; ".223"
/// keeps its space.
void add(std::string& text, char c, char next) {
  if (is_space(c)) {
    if (!text.empty() && text.back() != ' ' && text.back() != '(') {
      text += ' ';
    }
    return;
  }
  if (leans_left(c) && !(c == '.' && next >= '0' && next <= '9')) {
    if (!text.empty() && text.back() == ' ') {
      text.pop_back();
    }
    if (ends_clause(c) && !text.empty() && ends_clause(text.back()) &&
        (c != ',' || !ends_abbreviated(text))) {
      return;
    }
  }
  text += c;
}

void strip_end(std::string& text) {
  while (!text.empty() && (is_space(text.back()) || ends_clause(text.back()))) {
    text.pop_back();
  }
}

/// True where the last mark, behind closing quotation marks, ends a sentence.
bool ends_sentence(std::string_view text) {
  while (const auto mark = texts::mark_at_end(text)) {
    text.remove_suffix(mark);
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace

bool ends_abbreviated(std::string_view text) {
  const auto letter = [&](std::size_t from_end) {
    return ascii::is_letter(text[text.size() - from_end]);
  };
  const bool pair = text.size() >= 4 && text.ends_with('.') && text[text.size() - 3] == '.' &&
                    letter(2) && letter(4);
  return pair && (text.size() == 4 || !letter(5));
}

Piece frame(std::string_view words) {
  return {std::string{words}, std::nullopt, std::nullopt};
}

std::string text_of(const Wording& wording) {
  std::string words;
  for (const auto& piece : wording) {
    words += piece.words;
  }
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    add(text, words[i], i + 1 < words.size() ? words[i + 1] : ' ');
  }
  strip_end(text);
  // A control character behind it: what a wrong encoding made of a mark is no letter.
  const char32_t second = letter_at(text, letter_at(text, 0).bytes).code;
  if (second < 0x80 || second > 0x9F) {
    text = with_first_capital(text);
  }
  if (!text.empty() && !ends_sentence(text)) {
    text += '.';
  }
  return text;
}

}  // namespace factbox::factboxes
