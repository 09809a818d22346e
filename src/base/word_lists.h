/// \file
/// Short lists of words that rules go by, as data/en keeps them.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/result.h"
#include "base/table.h"

namespace factbox {

/// Which words stand on which of up to 128 lists. A row of the table has the list's name and words
/// parted by spaces; a list may go on in further rows.
class ListedWords {
 public:
  static constexpr std::size_t kMostLists = 128;
  using Lists = std::bitset<kMostLists>;

  /// Fails as malformed where a row names a list that isn't among `names`, or a list has no row.
  [[nodiscard]] static Result<ListedWords> read(const Table& table,
                                                std::span<const std::string_view> names);

  /// The lists that have the word, each at its name's place.
  [[nodiscard]] Lists of(std::string_view word) const {
    const auto found = lists_.find(word);
    return found == lists_.end() ? Lists{} : found->second;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Lists, Hash, std::equal_to<>> lists_;
};

/// The lists that one word stands on.
template <class List>
class ListsOfWord {
 public:
  ListsOfWord() = default;
  explicit ListsOfWord(const ListedWords::Lists& lists) : lists_(lists) {}

  [[nodiscard]] bool has(List list) const { return lists_[static_cast<std::size_t>(list)]; }

 private:
  ListedWords::Lists lists_;
};

/// The same, with the lists of one stage named by its own enumeration, in the order of the names.
template <class List>
class WordLists {
 public:
  template <std::size_t N>
  [[nodiscard]] static Result<WordLists> read(const Table& table,
                                              const std::array<std::string_view, N>& names) {
    static_assert(N <= ListedWords::kMostLists);
    FB_TRY(words, ListedWords::read(table, names));
    WordLists lists;
    lists.words_ = std::move(words);
    return lists;
  }

  /// The lists that have `word`, in the letters of the table. A text that is asked often is looked
  /// up once, word by word.
  [[nodiscard]] ListsOfWord<List> of(std::string_view word) const {
    return ListsOfWord<List>{words_.of(word)};
  }
  /// Whether `word`, in the letters of the table, stands on `list`.
  [[nodiscard]] bool holds(List list, std::string_view word) const { return of(word).has(list); }

 private:
  ListedWords words_;
};

}  // namespace factbox
