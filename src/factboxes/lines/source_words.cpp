#include "factboxes/lines/source_words.h"

#include <algorithm>
#include <vector>

#include "base/letters.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::WordClass;

namespace {

bool leans_as(const HouseStyle& style, std::string_view word, std::string_view kind) {
  const auto found = style.leaning_words.find(word);
  return found != style.leaning_words.end() && found->second == kind;
}

/// A body that its noun alone, or with what stands before it, tells well enough: "the police",
/// "the armed forces"; not "the group".
bool is_body(const HouseStyle& style, std::string_view word) {
  if (leans_as(style, word, "noun")) {
    return false;
  }
  if (style.bodies.contains(word)) {
    return true;
  }
  if (!word.ends_with('s')) {
    return false;
  }
  constexpr std::size_t kLongEnding = 3;  // "authorities"
  const auto one = word.substr(0, word.size() - 1);
  const auto stem = word.substr(0, word.size() - std::min(word.size(), kLongEnding));
  return !leans_as(style, one, "body") &&
         (style.bodies.contains(one) ||
          style.bodies.contains(std::string{stem} + "y"));  // English: "authority" of "authorities"
}

/// The word that the source's words are about: "head" of "the head of the union".
std::size_t head_among(const std::vector<Word>& list, const HouseStyle& style) {
  std::size_t head = 1;
  while (head + 1 < list.size() &&
         !style.line_lists.holds(LineList::behind_head, list[head + 1].folded)) {
    ++head;
  }
  return std::min(head, list.size() - 1);
}

}  // namespace

bool points_elsewhere(std::string_view words, const HouseStyle& style) {
  const auto list = words_of(words);
  if (list.empty()) {
    return false;
  }
  const auto& first = list.front().folded;
  if (list.size() == 1) {
    const bool tells = leans_as(style, first, "known") || leans_as(style, first, "body");
    return (style.leaning_words.contains(first) && !tells) || list.front().range.size() == 1;
  }
  const bool article = style.lists(LineList::the, first);
  const bool has_name = std::any_of(list.begin() + 1, list.end(), [&](const Word& word) {
    return begins_with_capital(word.range.in(words));
  });
  constexpr std::size_t kFewWords = 4;
  if ((!article && !style.lists(LineList::this_or_that, first)) || has_name ||
      list.size() > kFewWords) {
    return false;
  }
  const auto head = head_among(list, style);
  const auto tells = [&](const Word& word) { return is_body(style, word.folded); };
  // "The police spokesman": a person's office tells by the body that stands before it.
  return !article || std::none_of(list.begin() + 1,
                                  list.begin() + static_cast<std::ptrdiff_t>(head) + 1, tells);
}

std::optional<Evidence> locate(const reports::Report& report, std::string_view words, Part part) {
  for (const auto field : {Field::text, Field::title}) {
    const auto at = report.of(field).find(words);
    if (at != std::string::npos && !words.empty()) {
      const auto begin = static_cast<std::uint32_t>(at);
      return evidence_at(report, {field, {begin, begin + static_cast<std::uint32_t>(words.size())}},
                         part);
    }
  }
  return std::nullopt;
}

namespace {

/// True where the text has the word in small letters: then it is no name.
bool stands_small(const texts::Sheet& sheet, const std::string& word) {
  return sheet.text().find(" " + word) != std::string_view::npos;
}

}  // namespace

std::string within_sentence(std::string words, const texts::Sheet& sheet, ByteRange range) {
  const auto token = sheet.token_at(range.begin);
  if (token >= sheet.size() || words.empty()) {
    return words;
  }
  const WordClass word_class = sheet.word_class(token);
  const bool shortened = is_capital(letter_at(words, letter_at(words, 0).bytes).code);
  const bool small = word_class == WordClass::determiner || word_class == WordClass::number ||
                     word_class == WordClass::pronoun || word_class == WordClass::adposition ||
                     (sheet.starts_sentence(token) && word_class != WordClass::name &&
                      stands_small(sheet, low(sheet.word(token))));
  return small && !shortened ? with_first_small(words) : words;
}

Piece name_of(std::uint32_t person, const People& people) {
  const auto& known = people.all()[person];
  return {known.name, known.full, person};
}

}  // namespace factbox::factboxes
