#include "factboxes/story_words.h"

#include <algorithm>
#include <cmath>

#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::WordClass;

namespace {

bool starts_with_digit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

}  // namespace

std::string StoryWords::key(const texts::Sheet& sheet, std::uint32_t token) const {
  const WordClass word_class = sheet.word_class(token);
  if (word_class == WordClass::number) {
    return starts_with_digit(sheet.word(token)) ? std::string{sheet.word(token)} : "";
  }
  if (word_class != WordClass::noun && word_class != WordClass::name &&
      word_class != WordClass::verb && word_class != WordClass::adjective) {
    return {};
  }
  auto word = low(word_class == WordClass::name ? sheet.word(token) : sheet.lemma(token));
  const bool light = word.size() < 2 || style_.light_words.contains(word) ||
                     style_.neutral_verbs.contains(word) || style_.loaded_verbs.contains(word);
  return light ? std::string{} : word;
}

Term StoryWords::learn(std::string key) {
  const auto [found, fresh] = ids_.emplace(std::move(key), static_cast<Term>(words_.size()));
  if (fresh) {
    words_.push_back(found->first);
  }
  return found->second;
}

std::vector<Term> StoryWords::learn_all(const texts::Sheet& sheet) {
  std::vector<Term> terms;
  for (std::uint32_t token = 0; token < sheet.size(); ++token) {
    if (auto word = key(sheet, token); !word.empty()) {
      terms.push_back(learn(std::move(word)));
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

StoryWords::StoryWords(const stories::Story& story, std::span<const statements::ReadReport> reports,
                       const HouseStyle& style)
    : style_(style) {
  std::vector<double> in_texts;
  std::vector<double> in_titles;
  for (const auto index : story.reports) {
    const auto title = learn_all(reports[index].title);
    const auto text = learn_all(reports[index].text);
    in_texts.resize(words_.size());
    in_titles.resize(words_.size());
    for (const auto term : title) {
      in_titles[term] += 1;
    }
    for (const auto term : text) {
      in_texts[term] += 1;
    }
  }
  const auto inside = static_cast<double>(std::max<std::size_t>(story.reports.size(), 1));
  weights_.resize(words_.size());
  rarities_.resize(words_.size());
  title_shares_.resize(words_.size());
  for (Term term = 0; term < words_.size(); ++term) {
    const double number = starts_with_digit(words_[term]) ? 0.2 : 1;
    weights_[term] = number * (in_texts[term] + 2 * in_titles[term]) / (3 * inside);
    title_shares_[term] = number * in_titles[term] / inside;
    rarities_[term] = 1 / std::log2(2 + in_texts[term]);
  }
}

std::vector<Term> StoryWords::terms(const statements::ReadReport& report, Field field,
                                    std::span<const ByteRange> ranges) const {
  const auto& sheet = report.of(field);
  std::vector<Term> terms;
  for (const auto range : ranges) {
    for (auto token = sheet.token_at(range.begin);
         token < sheet.size() && sheet.range(token).begin < range.end; ++token) {
      const auto word = key(sheet, token);
      const auto found = word.empty() ? ids_.end() : ids_.find(word);
      if (found != ids_.end()) {
        terms.push_back(found->second);
      }
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

Overlap overlap(const StoryWords& words, std::span<const Term> a, std::span<const Term> b) {
  double shared = 0;
  double in_a = 0;
  double in_b = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool from_a = j == b.size() || (i < a.size() && a[i] <= b[j]);
    const bool from_b = i == a.size() || (j < b.size() && b[j] <= a[i]);
    const double rarity = words.rarity(from_a ? a[i] : b[j]);
    in_a += from_a ? rarity : 0;
    in_b += from_b ? rarity : 0;
    shared += from_a && from_b ? rarity : 0;
    i += from_a ? 1U : 0U;
    j += from_b ? 1U : 0U;
  }
  const double lesser = std::min(in_a, in_b);
  return lesser > 0 ? Overlap{shared / lesser, shared / (in_a + in_b - shared)} : Overlap{};
}

}  // namespace factbox::factboxes
