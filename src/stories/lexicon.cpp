#include "stories/lexicon.h"

#include <algorithm>

#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kLongestName = 6;
constexpr std::size_t kMostQueryWords = 100;

std::string folded_form(std::span<const PlainWord> words) {
  std::string folded;
  for (const PlainWord& word : words) {
    if (!folded.empty()) folded += ' ';
    folded += word.folded;
  }
  return folded;
}

/// Whoever looks for "us" among stories means the country.
std::string in_small_letters(std::string words) {
  std::transform(words.begin(), words.end(), words.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return words;
}

}  // namespace

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  FB_TRY(function_words, Table::load(folder / "function_words.tsv", {"word"}));
  FB_TRY(irregular_forms, Table::load(folder / "irregular_forms.tsv", {"base", "forms"}));
  return from(function_words, irregular_forms);
}

Lexicon Lexicon::from(const Table& function_words, const Table& irregular_forms) {
  Lexicon lexicon;
  for (std::size_t i = 0; i < function_words.size(); ++i) {
    for (const std::string_view word : split_cell(function_words.row(i)[0], ' ')) {
      lexicon.function_words_.emplace(word);
    }
  }
  for (std::size_t i = 0; i < irregular_forms.size(); ++i) {
    const auto row = irregular_forms.row(i);
    for (const std::string_view form : split_cell(row[1], '|')) {
      lexicon.bases_.emplace(form, row[0]);
    }
  }
  return lexicon;
}

void Lexicon::add_names(const Table& names, std::initializer_list<std::size_t> forms) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto row = names.row(i);
    std::vector<std::string> all{std::string{row[0]}};
    for (const std::size_t column : forms) {
      for (const std::string_view form : split_cell(row[column], '|')) all.emplace_back(form);
    }
    for (const std::string& form : all) {
      const std::string folded = folded_form(split_words(form));
      name_by_form_.emplace(folded, names_.size());
      name_by_form_.emplace(in_small_letters(folded), names_.size());
    }
    names_.push_back(std::move(all));
  }
}

std::vector<std::vector<std::string>> Lexicon::name_slots(std::string_view words) const {
  const std::vector<PlainWord> split = split_words(words, kMostQueryWords);
  std::vector<std::vector<std::string>> slots;
  for (std::size_t at = 0; at < split.size();) {
    std::size_t length = std::min(kLongestName, split.size() - at);
    for (; length > 0; --length) {
      const auto name = name_by_form_.find(folded_form(std::span{split}.subspan(at, length)));
      if (name == name_by_form_.end()) continue;
      slots.push_back(names_[name->second]);
      break;
    }
    if (length == 0) {
      slots.push_back({std::string{split[at].where.in(words)}});
      length = 1;
    }
    at += length;
  }
  return slots;
}

bool Lexicon::is_function_word(std::string_view folded) const {
  return function_words_.find(folded) != function_words_.end();
}

std::string_view Lexicon::base_of(std::string_view folded) const {
  const auto found = bases_.find(folded);
  return found == bases_.end() ? folded : std::string_view{found->second};
}

}  // namespace factbox::stories
