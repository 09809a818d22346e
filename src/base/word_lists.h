/// \file
/// Short lists of words that rules go by, as data/en keeps them.
#pragma once

#include <array>
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

/// Which words stand on which of up to 64 lists. A row of the table has the list's name and words
/// parted by spaces; a list may go on in further rows.
class ListedWords {
 public:
  /// Fails as malformed where a row names a list that isn't among `names`, or a list has no row.
  [[nodiscard]] static Result<ListedWords> read(const Table& table,
                                                std::span<const std::string_view> names);

  [[nodiscard]] bool holds(std::size_t list, std::string_view word) const {
    const auto found = lists_.find(word);
    return found != lists_.end() && ((found->second >> list) & 1U) != 0;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> lists_;  ///< one bit a list
};

/// The same, with the lists of one stage named by its own enumeration, in the order of the names.
template <class List>
class WordLists {
 public:
  template <std::size_t N>
  [[nodiscard]] static Result<WordLists> read(const Table& table,
                                              const std::array<std::string_view, N>& names) {
    static_assert(N <= 64);
    FB_TRY(words, ListedWords::read(table, names));
    WordLists lists;
    lists.words_ = std::move(words);
    return lists;
  }

  /// Whether `word`, in the letters of the table, stands on `list`.
  [[nodiscard]] bool holds(List list, std::string_view word) const {
    return words_.holds(static_cast<std::size_t>(list), word);
  }

 private:
  ListedWords words_;
};

}  // namespace factbox
