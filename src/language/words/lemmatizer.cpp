#include "language/words/lemmatizer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/package_file.h"
#include "language/words/string_ids.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

constexpr std::size_t kMostLemmas = 1U << 16U;

/// The value of a feature in "Tense=Past|VerbForm=Fin"; empty where it isn't there.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const std::string_view one = morph.substr(0, morph.find('|'));
    morph.remove_prefix(std::min(morph.size(), one.size() + 1));
    const std::size_t equals = one.find('=');
    if (one.substr(0, equals) == name && equals != std::string_view::npos) {
      return one.substr(equals + 1);
    }
  }
  return {};
}

/// English words that are lemmas already, by what their morphology says.
bool is_english_base_form(std::string_view pos, std::string_view morph) {
  const auto has = [&](std::string_view name, std::string_view value) {
    return feature(morph, name) == value;
  };
  if (pos == "noun" && has("Number", "Sing")) {
    return true;
  }
  if (pos == "verb" && has("VerbForm", "Fin") && has("Tense", "Pres") && has("Number", "")) {
    return true;
  }
  return has("VerbForm", "Inf") || has("VerbForm", "None") || has("Degree", "Pos");
}

Result<Packed> table(const PackedFile& file, std::string_view name) {
  const auto found = file.root().find(name);
  if (!found || !found->is_map()) {
    return tl::unexpected(file.expected(fmt::format("a map with the table {}", name)));
  }
  return *found;
}

std::optional<std::string_view> utf8(const Packed& value) {
  const auto text = value.text();
  return text && first_invalid_byte(*text) == text->size() ? text : std::nullopt;
}

}  // namespace

Result<Lemmatizer> Lemmatizer::read(const PackedFile& file, BaseForms base_forms) {
  Lemmatizer lemmatizer;
  lemmatizer.base_forms_ = base_forms;
  for (const auto& [name, add] : {std::pair{"lemma_rules", &Lemmatizer::add_rules},
                                  std::pair{"lemma_exc", &Lemmatizer::add_irregular},
                                  std::pair{"lemma_index", &Lemmatizer::add_words}}) {
    FB_TRY(classes, table(file, name));
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const auto pos_id = classes.key(i).unsigned_number();
      if (!pos_id || !add(lemmatizer.class_of(*pos_id), classes.at(i))) {
        return tl::unexpected(file.expected(fmt::format("other entries in the table {}", name)));
      }
    }
  }
  return lemmatizer;
}

Lemmatizer::WordClass& Lemmatizer::class_of(std::uint64_t pos_id) {
  const auto number = static_cast<std::uint32_t>(classes_.size());
  const auto [known, is_new] = class_numbers_.emplace(pos_id, number);
  if (is_new) {
    classes_.emplace_back();
  }
  return classes_[known->second];
}

bool Lemmatizer::add_rules(WordClass& words, const Packed& rules) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Packed rule = rules.at(i);
    if (!rule.is_list() || rule.size() != 2) {
      return false;
    }
    const auto ending = utf8(rule.at(0));
    const auto instead = utf8(rule.at(1));
    if (!ending || !instead) {
      return false;
    }
    words.rules.emplace_back(*ending, *instead);
  }
  return rules.is_list();
}

bool Lemmatizer::add_irregular(WordClass& words, const Packed& exceptions) {
  for (std::size_t i = 0; exceptions.is_map() && i < exceptions.size(); ++i) {
    const auto word = utf8(exceptions.key(i));
    const Packed forms = exceptions.at(i);
    if (!word || !forms.is_list()) {
      return false;
    }
    if (words.irregular.add(*word).added) {
      words.irregular_lemmas.emplace_back();
    }
    for (std::size_t j = 0; j < forms.size(); ++j) {
      const auto form = utf8(forms.at(j));
      if (!form) {
        return false;
      }
      words.irregular_lemmas[words.irregular.find(*word)].emplace_back(*form);
    }
  }
  return exceptions.is_map();
}

bool Lemmatizer::add_words(WordClass& words, const Packed& list) {
  constexpr std::size_t kUsualLength = 10;
  words.words.reserve(list.size(), list.size() * kUsualLength);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto word = utf8(list.at(i));
    if (!word) {
      return false;
    }
    words.words.add(*word);
  }
  return list.is_list();
}

std::uint32_t Lemmatizer::way_of(std::string_view pos, std::string_view morph) const {
  const std::string lower = to_lower(pos);
  if (lower.empty() || lower == "space" || lower == "eol") {
    return lowered;
  }
  if (base_forms_ == BaseForms::english && is_english_base_form(lower, morph)) {
    return lowered;
  }
  const auto known = class_numbers_.find(string_id(lower));
  if (known == class_numbers_.end() || classes_[known->second].empty()) {
    return lower == "propn" ? as_it_stands : lowered;
  }
  return first_class + known->second;
}

std::string Lemmatizer::by_class(const WordClass& words, std::string_view word,
                                 std::string_view lower) {
  std::vector<std::string> forms;    // the best first
  std::vector<std::string> unknown;  // what rules make, and no list has
  const auto has = [&](const std::string& form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  for (const auto& [ending, instead] : words.rules) {
    if (!lower.ends_with(ending)) {
      continue;
    }
    std::string form{lower.substr(0, lower.size() - ending.size())};
    form += instead;
    if (form.empty()) {
      continue;
    }
    if (words.words.contains(form)) {
      forms.insert(forms.begin(), std::move(form));
    } else {
      (is_all_alpha(form) ? unknown : forms).push_back(std::move(form));
    }
  }
  if (const auto known = words.irregular.find(lower); known != StringTable::kNone) {
    for (const std::string& form : words.irregular_lemmas[known]) {
      if (!has(form)) {
        forms.insert(forms.begin(), form);
      }
    }
  }
  if (forms.empty()) {
    forms = std::move(unknown);
  }
  return forms.empty() ? std::string{word} : forms.front();
}

std::string_view Lemmatizer::lemma(std::uint32_t lexeme, LabelId pos, LabelId morph,
                                   const Lexicon& lexicon, const Labels& labels,
                                   LemmaMemory& memory) const {
  const auto [way, is_new] =
      memory.ways_.emplace(std::uint32_t{pos} << 16U | morph, std::uint32_t{lowered});
  if (is_new) {
    way->second = way_of(labels[pos], labels[morph]);
  }
  if (way->second == lowered) {
    return lexicon.lower(lexeme);
  }
  if (way->second == as_it_stands) {
    return lexicon.word(lexeme);
  }
  if (memory.generation_ != lexicon.generation() || memory.known_.size() > kMostLemmas) {
    memory.known_.clear();
    memory.lemmas_.clear();
    memory.generation_ = lexicon.generation();
  }
  const std::uint64_t key = std::uint64_t{lexeme} << 32U | way->second;
  const auto [known, is_first] = memory.known_.emplace(key, 0);
  if (is_first) {
    const WordClass& words = classes_[way->second - first_class];
    known->second =
        memory.lemmas_.add(by_class(words, lexicon.word(lexeme), lexicon.lower(lexeme))).index;
  }
  return memory.lemmas_[known->second];
}

}  // namespace factbox::language
