#include "stories/terms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "stories/stemmer.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kLeadWords = 60;
constexpr std::size_t kMostWords = 4000;
constexpr std::size_t kLongestWord = 40;

}  // namespace

struct Terms::State {
  explicit State(std::shared_ptr<const Lexicon> words) : lexicon(std::move(words)) {}

  /// The number of a word's stem; none for function words and signs.
  std::optional<TermNumber> number(const PlainWord& word) {
    const std::string& folded = word.folded;
    const auto known = by_word.find(word.hash);
    if (known != by_word.end()) {
      return known->second;
    }
    std::optional<TermNumber> result;
    const bool single = folded.size() == 1 && (folded[0] < '0' || folded[0] > '9');
    if (!single && folded.size() <= kLongestWord && !lexicon->is_function_word(folded)) {
      std::string key = stemmer.stem(lexicon->base_of(folded));
      result =
          by_stem.emplace(std::move(key), static_cast<TermNumber>(by_stem.size())).first->second;
    }
    by_word.emplace(word.hash, result);
    return result;
  }

  std::shared_ptr<const Lexicon> lexicon;
  Stemmer stemmer;
  std::unordered_map<std::uint64_t, std::optional<TermNumber>> by_word;  ///< by its hash
  std::unordered_map<std::string, TermNumber> by_stem;
};

Terms::Terms(std::shared_ptr<const Lexicon> lexicon)
    : state_(std::make_unique<State>(std::move(lexicon))) {}
Terms::~Terms() = default;
Terms::Terms(Terms&&) noexcept = default;
Terms& Terms::operator=(Terms&&) noexcept = default;

std::vector<TermCount> Terms::of(std::span<const PlainWord> title,
                                 std::span<const PlainWord> text) {
  std::vector<TermCount> all;
  const auto capitals =
      std::count_if(title.begin(), title.end(), [](const PlainWord& w) { return w.capital; });
  const bool title_case = static_cast<std::size_t>(capitals) * 2 > title.size();
  const auto count = [&](std::span<const PlainWord> words, auto TermCount::*where) {
    const bool shouts = title_case && words.data() == title.data();
    for (const PlainWord& word : words) {
      const auto number = state_->number(word);
      if (!number) {
        continue;
      }
      TermCount term;
      term.term = *number;
      term.*where = 1;
      term.name = word.capital && !word.starts_sentence && !shouts;
      term.figure = word.folded.front() >= '0' && word.folded.front() <= '9';
      all.push_back(term);
    }
  };
  const std::size_t lead = std::min(kLeadWords, text.size());
  const std::size_t most = std::min(kMostWords, text.size());
  count(title, &TermCount::in_title);
  count(text.first(lead), &TermCount::in_lead);
  count(text.subspan(lead, most - lead), &TermCount::in_body);
  std::stable_sort(all.begin(), all.end(),
                   [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
  std::vector<TermCount> terms;
  for (const TermCount& next : all) {
    if (terms.empty() || terms.back().term != next.term) {
      terms.push_back(next);
      continue;
    }
    TermCount& last = terms.back();
    last.in_title = static_cast<std::uint16_t>(last.in_title + next.in_title);
    last.in_lead = static_cast<std::uint16_t>(last.in_lead + next.in_lead);
    last.in_body = static_cast<std::uint16_t>(last.in_body + next.in_body);
    last.name = last.name || next.name;
  }
  return terms;
}

std::vector<TermNumber> Terms::of_query(std::string_view words) {
  std::vector<TermNumber> numbers;
  for (const PlainWord& word : split_words(words, 200)) {
    const auto number = state_->number(word);
    if (number && std::find(numbers.begin(), numbers.end(), *number) == numbers.end()) {
      numbers.push_back(*number);
    }
  }
  return numbers;
}

std::vector<std::string> Terms::stems() const {
  std::vector<std::string> stems(state_->by_stem.size());
  for (const auto& [stem, number] : state_->by_stem) {
    stems[number] = stem;
  }
  return stems;
}

void Terms::restore(const std::vector<std::string>& stems) {
  state_->by_word.clear();
  state_->by_stem.clear();
  for (const std::string& stem : stems) {
    state_->by_stem.emplace(stem, static_cast<TermNumber>(state_->by_stem.size()));
  }
}

std::size_t Terms::size() const {
  return state_->by_stem.size();
}

}  // namespace factbox::stories
