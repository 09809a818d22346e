/// \file
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/words/letter_pattern.h"
#include "language/words/letter_set.h"

namespace factbox::language {

/// Reads a pattern in Python's syntax for LetterPattern::read. Used once.
class LetterPatternReader {
 public:
  explicit LetterPatternReader(std::string_view python) : python_(python) {}

  /// None where the pattern is beyond LetterPattern.
  [[nodiscard]] std::optional<LetterPattern> read();

 private:
  using Step = LetterPattern::Step;
  using Steps = LetterPattern::Steps;
  /// Ways in which a part can match, the preferred first.
  using Ways = std::vector<Steps>;

  [[nodiscard]] bool at_end() const { return at_ >= python_.size(); }
  [[nodiscard]] char next() const { return at_end() ? '\0' : python_[at_]; }
  bool take(std::string_view text);
  Ways refuse();

  Ways read_alternatives(std::size_t depth);
  Ways read_atom(std::size_t depth);
  Ways read_group(std::size_t depth);
  Ways read_around(Step::Kind kind, std::size_t depth);
  Ways read_quantifier(Ways ways);
  std::optional<LetterSet> read_class();
  std::optional<char32_t> read_letter();
  std::optional<char32_t> read_code(std::size_t digits);
  Ways letter(LetterSet set);

  std::string_view python_;
  std::size_t at_ = 0;
  bool refused_ = false;
  std::vector<LetterSet> sets_;
};

}  // namespace factbox::language
