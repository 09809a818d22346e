#include "factboxes/lines/source_words.h"

#include <algorithm>

#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::WordClass;

bool points_elsewhere(std::string_view words, const HouseStyle& style) {
  const auto list = words_of(words);
  if (list.empty()) {
    return false;
  }
  const bool pronoun = list.size() == 1 && (style.leaning_words.contains(list.front().folded) ||
                                            list.front().range.size() == 1);
  const bool definite = list.front().folded == "the" || list.front().folded == "this" ||
                        list.front().folded == "that";
  const bool has_name = std::any_of(list.begin() + 1, list.end(), [&](const Word& word) {
    const char first = words[word.range.begin];
    return first >= 'A' && first <= 'Z';
  });
  constexpr std::size_t kFewWords = 4;
  return pronoun || (definite && !has_name && list.size() <= kFewWords);
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

std::string within_sentence(std::string words, const texts::Sheet& sheet, ByteRange range) {
  const auto token = sheet.token_at(range.begin);
  if (token >= sheet.size() || words.empty()) {
    return words;
  }
  const WordClass word_class = sheet.word_class(token);
  const bool shortened = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
  const bool small = word_class == WordClass::determiner || word_class == WordClass::number ||
                     word_class == WordClass::pronoun || word_class == WordClass::adposition ||
                     (sheet.starts_sentence(token) && word_class != WordClass::name);
  if (small && !shortened && words.front() >= 'A' && words.front() <= 'Z') {
    words.front() = static_cast<char>(words.front() - 'A' + 'a');
  }
  return words;
}

Piece name_of(std::uint32_t person, const People& people) {
  const auto& known = people.all()[person];
  return {known.name, known.full, person};
}

}  // namespace factbox::factboxes
