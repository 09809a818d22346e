/// \file
/// Simple patterns, found faster than by a library for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/words/letter_set.h"
#include "language/words/pattern.h"

namespace factbox::language {

/// A pattern of Python's that is made of letters, classes of letters, one of them repeated without
/// end, alternatives, what must or mustn't stand before or behind, and the ends of the text: the
/// kind in which packages write prefixes, suffixes and infixes.
///
/// All alternatives are written out flat, and the first letter tells which of them can match: a
/// word in which no letter starts a match is passed over at the cost of a table look-up a letter.
/// Matches are the same as Pattern's.
class LetterPattern {
 public:
  /// The leftmost match that begins at byte `from` or later, and of those the one of the first
  /// alternative. What stands before `from` is seen. Never empty.
  [[nodiscard]] std::optional<Match> search(std::string_view subject, std::size_t from = 0) const;

 private:
  friend class LetterPatternReader;

  struct Step {
    enum class Kind : std::uint8_t {
      letter,      ///< one of the set
      run,         ///< one or more of the set
      behind,      ///< the sets' letters stand before
      not_behind,  ///< they don't
      ahead,       ///< they follow
      not_ahead,   ///< they don't
      start,       ///< of the text
      end          ///< of the text, or of all but a last new line
    };
    Kind kind = Kind::letter;
    std::vector<std::uint32_t> sets;  ///< numbers in sets_; more than one for what stands around
  };
  using Steps = std::vector<Step>;

  LetterPattern(std::vector<LetterSet> sets, std::vector<Steps> alternatives);

  [[nodiscard]] std::span<const std::uint32_t> starting_with(char32_t code) const;
  [[nodiscard]] bool stands_at(const Step& step, std::string_view subject, std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> end_of(std::span<const Step> steps,
                                                  std::string_view subject, std::size_t at) const;

  std::vector<LetterSet> sets_;
  std::vector<Steps> alternatives_;
  /// Code points from starts_[i] up to the next have the first letters of candidates_[i].
  std::vector<char32_t> starts_;
  std::vector<std::vector<std::uint32_t>> candidates_;
  bool only_at_start_ = false;
};

}  // namespace factbox::language
