#include "stories/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/letters.h"
#include "stories/stemmer.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kLongestName = 6;
constexpr std::size_t kMostQueryWords = 100;

}  // namespace

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
  FB_TRY(function_words, Table::load(folder / "function_words.tsv", {"word"}));
  FB_TRY(irregular_forms, Table::load(folder / "irregular_forms.tsv", {"base", "forms"}));
  FB_TRY(kindred, Table::load(folder / "kindred_words.tsv", {"words", "against"}));
  FB_TRY(marks, Table::load(folder / "claim_marks.tsv", {"words", "mark"}));
  FB_TRY(places, Table::load(folder / "places.tsv", {"name", "kind", "of", "aliases", "people"}));
  FB_TRY(bodies, Table::load(folder / "bodies.tsv", {"name", "type", "kind", "of", "aliases"}));
  Lexicon lexicon = from(function_words, irregular_forms);
  for (auto added : {lexicon.add_kindred(kindred), lexicon.add_marks(marks)}) {
    if (!added) {
      return tl::unexpected(std::move(added).error());
    }
  }
  lexicon.add_names(places, {3, 4});
  lexicon.add_names(bodies, {4});
  return lexicon;
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

Result<void> Lexicon::add_kindred(const Table& kindred) {
  Stemmer stemmer;
  std::vector<std::string_view> against;
  std::unordered_map<std::string_view, std::size_t> first_words;
  for (std::size_t i = 0; i < kindred.size(); ++i) {
    const auto row = kindred.row(i);
    const std::size_t group = opposites_.size() + i;
    for (const std::string_view word : split_cell(row[0], '|')) {
      first_words.emplace(word, group);  // only the first is looked up, and words are unique
      const auto [at, added] = kin_by_stem_.emplace(stemmer.stem(base_of(word)), group);
      if (at->second != group) {
        return tl::unexpected(kindred.wrong(i, fmt::format("\"{}\" stands in two rows", word)));
      }
    }
    against.push_back(row[1]);
  }
  for (std::size_t i = 0; i < against.size(); ++i) {
    opposites_.emplace_back();
    if (against[i].empty()) {
      continue;
    }
    const auto other = first_words.find(against[i]);
    if (other == first_words.end()) {
      return tl::unexpected(kindred.wrong(i, fmt::format("no row begins with \"{}\"", against[i])));
    }
    opposites_.back() = other->second;
  }
  return {};
}

Result<void> Lexicon::add_marks(const Table& marks) {
  constexpr std::array<std::pair<std::string_view, ClaimMark>, 7> kNames{
      {{"running", ClaimMark::running},
       {"adding", ClaimMark::adding},
       {"corrects", ClaimMark::corrects},
       {"limits", ClaimMark::limits},
       {"whole", ClaimMark::whole},
       {"part", ClaimMark::part},
       {"carrier", ClaimMark::carrier}}};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto row = marks.row(i);
    const auto name = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& known) { return known.first == row[1]; });
    if (name == kNames.end()) {
      return tl::unexpected(marks.wrong(i, fmt::format("there is no mark \"{}\"", row[1])));
    }
    marks_.emplace(row[0], name->second);
  }
  return {};
}

void Lexicon::add_names(const Table& names, std::initializer_list<std::size_t> forms) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto row = names.row(i);
    std::vector<std::string> all{std::string{row[0]}};
    for (const std::size_t column : forms) {
      for (const std::string_view form : split_cell(row[column], '|')) {
        all.emplace_back(form);
      }
    }
    for (const std::string& form : all) {
      const std::string folded = folded_words(split_words(form));
      name_by_form_.emplace(folded, names_.size());
      // Whoever looks for "us" among stories means the country.
      name_by_form_.emplace(in_small_letters(folded), names_.size());
    }
    names_.push_back(std::move(all));
  }
}

std::optional<std::size_t> Lexicon::kin_of(std::string_view stem) const {
  const auto found = kin_by_stem_.find(stem);
  return found == kin_by_stem_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::size_t> Lexicon::opposite_of(std::size_t kin) const {
  return opposites_.at(kin);
}

std::optional<ClaimMark> Lexicon::mark_of(std::string_view lemmas) const {
  const auto found = marks_.find(lemmas);
  return found == marks_.end() ? std::nullopt : std::optional{found->second};
}

std::string_view Lexicon::name_of(std::string_view form) const {
  const auto found = name_by_form_.find(folded_words(split_words(form, kMostQueryWords)));
  return found == name_by_form_.end() ? form : std::string_view{names_[found->second].front()};
}

std::vector<std::vector<std::string>> Lexicon::name_slots(std::string_view words) const {
  const std::vector<PlainWord> split = split_words(words, kMostQueryWords);
  std::vector<std::vector<std::string>> slots;
  for (std::size_t at = 0; at < split.size();) {
    std::size_t length = std::min(kLongestName, split.size() - at);
    for (; length > 0; --length) {
      const auto name = name_by_form_.find(folded_words(std::span{split}.subspan(at, length)));
      if (name == name_by_form_.end()) {
        continue;
      }
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
