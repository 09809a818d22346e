#include "desk/names_meant.h"

#include <algorithm>
#include <cstddef>

#include "stories/words.h"

namespace factbox::desk {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kOneIn = 5;  // of the texts of a story, that must have a name

/// A word or several, as they are looked for.
struct Name {
  std::string typed;
  std::vector<std::string> forms;  ///< folded, a space before and behind
};

std::string padded(const std::string& folded) {
  return ' ' + folded + ' ';
}

/// The word stands in the texts with a small letter.
bool stands_small(std::string_view folded, std::span<const reports::ReportPtr> reports) {
  return std::ranges::any_of(reports, [&](const reports::ReportPtr& report) {
    if (report->text.find(folded) == std::string::npos) {
      return false;
    }
    const auto words = stories::split_words(report->text);
    return std::ranges::any_of(words, [&](const stories::PlainWord& word) {
      return !word.capital && word.folded == folded;
    });
  });
}

std::vector<Name> names_among(std::string_view words, std::span<const reports::ReportPtr> reports,
                              const stories::Lexicon& lexicon) {
  const auto typed = stories::split_words(words);
  std::vector<Name> names;
  for (const auto& slot : lexicon.name_slots(words)) {
    const auto folded = stories::folded_words(slot.front());
    const auto first = std::ranges::find_if(typed, [&](const stories::PlainWord& word) {
      return padded(folded).starts_with(padded(word.folded));
    });
    const bool known = slot.size() > 1;
    const bool by_capital = first != typed.end() && first->capital &&
                            folded.size() >= kShortestName && !lexicon.is_function_word(folded) &&
                            !stands_small(folded, reports);
    if (!known && !by_capital) {
      continue;
    }
    Name name{first != typed.end() && !known ? std::string{first->where.in(words)} : slot.front(),
              {}};
    for (const auto& form : slot) {
      name.forms.push_back(padded(stories::folded_words(form)));
    }
    names.push_back(std::move(name));
  }
  return names;
}

bool has(const Name& name, const std::string& text) {
  const auto folded = padded(stories::folded_words(stories::split_words(text)));
  return std::ranges::any_of(
      name.forms, [&](const std::string& form) { return folded.find(form) != std::string::npos; });
}

}  // namespace

std::vector<std::string> names_missing(std::string_view words,
                                       std::span<const reports::ReportPtr> taken,
                                       std::span<const reports::ReportPtr> reports,
                                       const stories::Lexicon& lexicon) {
  std::vector<std::string> missing;
  for (const auto& name : names_among(words, reports, lexicon)) {
    std::size_t texts = 0;
    const bool in_a_title = std::ranges::any_of(taken, [&](const reports::ReportPtr& report) {
      texts += has(name, report->text) ? 1U : 0U;
      return has(name, report->title);
    });
    if (!in_a_title && texts * kOneIn < std::max<std::size_t>(taken.size(), 1)) {
      missing.push_back(name.typed);
    }
  }
  return missing;
}

}  // namespace factbox::desk
