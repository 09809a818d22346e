/// \file
/// Exceptions that the chunks of a text hide.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/words/string_table.h"
#include "language/words/token.h"

namespace factbox::language {

/// Tokens from `first` up to `past`, not included, that are an exception's sequence.
struct SequenceMatch {
  std::uint32_t first = 0;
  std::uint32_t past = 0;
};

/// The tokens that exceptions would be cut into if they were none: an exception is found by them
/// wherever they stand in a row, in one chunk or several.
class SpecialSequences {
 public:
  /// Adds a sequence, not empty. One that is known already is left out.
  void add(std::vector<std::string> sequence);

  /// Whether a sequence starts with this token.
  [[nodiscard]] bool starts_with(std::string_view token) const {
    return token.size() <= longest_start_ && starts_.contains(token);
  }

  /// The matches that count, in order: a longer one before a shorter, then the earlier; none whose
  /// first or last token another, considered before, holds. `starts`: the tokens that a sequence
  /// starts with, in order.
  [[nodiscard]] std::vector<SequenceMatch> find(std::string_view text,
                                                std::span<const Token> tokens,
                                                std::span<const std::uint32_t> starts) const;

 private:
  StringTable starts_;
  std::vector<std::vector<std::vector<std::string>>> sequences_;  ///< by first token
  std::size_t longest_start_ = 0;
};

}  // namespace factbox::language
