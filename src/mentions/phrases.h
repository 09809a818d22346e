/// \file
/// Finds the longest entry of a table that stands at a place in a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentions/pieces.h"

namespace factbox::mentions {

/// Lets maps that own their keys be asked with words that they don't own.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>{}(word);
  }
};

/// Entries of one or more words, each standing for a row of some table.
class Phrases {
 public:
  struct Found {
    std::uint32_t past = 0;  ///< the piece after the entry's last one
    std::uint32_t row = 0;
  };
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// Adds an entry, compared without regard to ASCII capitals. Of equal ones the first stays.
  void add(std::string_view entry, std::uint32_t row);

  /// The longest entry that begins at piece `at`; row kNone where there is none.
  [[nodiscard]] Found longest(const Pieces& pieces, std::uint32_t at) const;
  /// The row of an entry of one word; kNone where there is none.
  [[nodiscard]] std::uint32_t row_of(std::string_view lower_word) const;

 private:
  struct Rest {
    std::vector<std::string> words;  ///< after the first
    std::uint32_t row = 0;
  };
  std::unordered_map<std::string, std::vector<Rest>, WordHash, std::equal_to<>> by_first_;
};

}  // namespace factbox::mentions
