/// \file
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "language/words/letter_pattern.h"
#include "language/words/pattern.h"

namespace factbox::language {

/// A prefix, suffix or infix pattern: the fast way where it is simple enough, else PCRE2's.
class AffixPattern {
 public:
  /// Fails as Pattern::compile does. `python` must be valid UTF-8.
  [[nodiscard]] static Result<AffixPattern> compile(std::string_view python);

  /// As Pattern::search.
  [[nodiscard]] std::optional<Match> search(std::string_view subject, PatternMemory& memory,
                                            std::size_t from = 0,
                                            bool not_empty_at_start = false) const {
    return letters_ ? letters_->search(subject, from)
                    : pattern_->search(subject, memory, from, not_empty_at_start);
  }
  [[nodiscard]] bool is_fast() const { return letters_.has_value(); }

 private:
  AffixPattern() = default;
  std::optional<LetterPattern> letters_;
  std::optional<Pattern> pattern_;  ///< only where there is no other
};

}  // namespace factbox::language
