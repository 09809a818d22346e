#include "factboxes/lines/introductions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/letters.h"
#include "factboxes/lines/cuts.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::Sheet;
using texts::TokenRange;
using texts::WordClass;

namespace {

constexpr std::uint32_t kLongestGroup = 8;
constexpr std::uint32_t kLongestTail = 5;

bool stands_before_noun(Link link) {
  return link == Link::compound || link == Link::adjective || link == Link::noun_modifier ||
         link == Link::possessor || link == Link::case_mark || link == Link::number ||
         link == Link::determiner;
}

bool has_name(const Sheet& sheet, TokenRange tokens) {
  for (auto token = tokens.first; token < tokens.past; ++token) {
    const auto word = sheet.word(token);
    const bool capital = begins_with_capital(word);
    if (capital && (sheet.word_class(token) == WordClass::name ||
                    (sheet.form(token) == Form::adjective && !sheet.starts_sentence(token)))) {
      return true;
    }
  }
  return false;
}

/// "of Halvik", "in Brno" behind a noun, where a name stands in it; empty else.
TokenRange named_tail(const Sheet& sheet, std::uint32_t noun) {
  const auto next = noun + 1;
  if (next >= sheet.size() || sheet.head(next) != noun || sheet.link(next) != Link::preposition) {
    return {};
  }
  const auto tail = subtree(sheet, next);
  const bool fits = tail.first == next && tail.size() > 1 && tail.size() <= kLongestTail;
  return fits && has_name(sheet, tail) ? tail : TokenRange{};
}

/// What the words of a phrase tell, without its articles.
std::vector<std::string> telling(const Sheet& sheet, TokenRange tokens) {
  std::vector<std::string> words;
  for (auto token = tokens.first; token < tokens.past; ++token) {
    if (sheet.link(token) != Link::determiner && sheet.link(token) != Link::case_mark &&
        sheet.word_class(token) != WordClass::punctuation) {
      words.push_back(low(sheet.word(token)));
    }
  }
  return words;
}

bool holds_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

/// Looks through the text before a noun for the phrases that may say which one it is.
class Search {
 public:
  Search(const Sheet& sheet, std::uint32_t noun)
      : sheet_(sheet), noun_(noun), wanted_(telling(sheet, noun_group(sheet, noun))) {
    wanted_.pop_back();  // the noun itself
  }

  std::optional<ByteRange> find() {
    for (std::uint32_t token = 0; token < noun_; ++token) {
      if (is_same_noun(token) && !consider(token)) {
        return std::nullopt;
      }
    }
    if (!found_) {
      return std::nullopt;
    }
    return sheet_.bytes(*found_);
  }

 private:
  [[nodiscard]] bool is_same_noun(std::uint32_t token) const {
    const auto many = [&](std::uint32_t each) {
      return sheet_.form(each) == Form::plural_noun || sheet_.form(each) == Form::plural_name;
    };
    return texts::is_noun(sheet_.form(token)) && many(token) == many(noun_) &&
           low(sheet_.lemma(token)) == low(sheet_.lemma(noun_));
  }

  /// Takes the phrase around a token where it names one. False where it names another than the
  /// phrases before it.
  bool consider(std::uint32_t token) {
    TokenRange phrase = noun_group(sheet_, token);
    const auto link = sheet_.link(token);
    const auto head = sheet_.head(token);
    const bool of_name = sheet_.word_class(head) == WordClass::name && head != token;
    if (link == Link::compound && of_name && head > token) {
      phrase = noun_group(sheet_, head);  // "the operator Volta"
    } else if (link == Link::apposition && of_name && head < token) {
      const TokenRange name = noun_group(sheet_, head);  // "Volta, the operator, …"
      return !holds_all(telling(sheet_, phrase), wanted_) || take(name);
    }
    if (const auto tail = named_tail(sheet_, phrase.past - 1); tail.size() > 0) {
      phrase.past = tail.past;
    }
    return !has_name(sheet_, phrase) || !holds_all(telling(sheet_, phrase), wanted_) ||
           take(phrase);
  }

  bool take(TokenRange phrase) {
    if (sheet_.bytes(phrase).in(sheet_.text()).find('\n') != std::string_view::npos) {
      return true;
    }
    const auto words = telling(sheet_, phrase);
    if (!found_) {
      found_ = phrase;
      words_ = words;
      return true;
    }
    return holds_all(words_, words) || holds_all(words, words_);
  }

  const Sheet& sheet_;
  std::uint32_t noun_;
  std::vector<std::string> wanted_;
  std::optional<TokenRange> found_;
  std::vector<std::string> words_;
};

}  // namespace

TokenRange noun_group(const Sheet& sheet, std::uint32_t noun) {
  auto first = noun;
  while (first > 0 && noun - first < kLongestGroup) {
    const auto before = first - 1;
    const auto head = sheet.head(before);
    const bool within = head > before && head <= noun;
    const bool owner_mark = sheet.link(before) == Link::case_mark && head < before;
    const bool hyphen = sheet.word(before) == "-" && before > 0 && within;
    if (!owner_mark && !hyphen && !(within && stands_before_noun(sheet.link(before)))) {
      break;
    }
    first = before;
  }
  return {first, noun + 1};
}

std::optional<ByteRange> introduction_of(const Sheet& sheet, std::uint32_t noun) {
  if (noun >= sheet.size() || !texts::is_noun(sheet.form(noun))) {
    return std::nullopt;
  }
  return Search{sheet, noun}.find();
}

}  // namespace factbox::factboxes
