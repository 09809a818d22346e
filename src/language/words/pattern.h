/// \file
/// Regular expressions as packages carry them: in Python's syntax, found with PCRE2.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace factbox::language {

/// One thread's room for matching.
class PatternMemory {
 public:
  PatternMemory();
  ~PatternMemory();
  PatternMemory(PatternMemory&&) noexcept;
  PatternMemory& operator=(PatternMemory&&) noexcept;
  PatternMemory(const PatternMemory&) = delete;
  PatternMemory& operator=(const PatternMemory&) = delete;

 private:
  friend class Pattern;
  struct Room;
  std::unique_ptr<Room> room_;
};

/// Where a pattern matched: bytes of the subject.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A compiled pattern; immutable, shared by all threads. Letters, digits and white space are
/// Unicode's, as in Python. Subjects must be valid UTF-8.
///
/// A match that needs more memory than PatternMemory allows (thousands of nested repeats) counts as
/// none.
class Pattern {
 public:
  /// Translates and compiles. Fails as unsupported, with the place, where PCRE2 can't have it.
  [[nodiscard]] static Result<Pattern> compile(std::string_view python);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// The leftmost match that begins at byte `from` or later; what stands before is seen by
  /// lookbehinds. With `not_empty_at_start`, an empty match at `from` isn't taken.
  [[nodiscard]] std::optional<Match> search(std::string_view subject, PatternMemory& memory,
                                            std::size_t from = 0,
                                            bool not_empty_at_start = false) const;
  /// Whether it matches from the subject's first byte on.
  [[nodiscard]] bool matches_start(std::string_view subject, PatternMemory& memory) const;

 private:
  struct Code;
  explicit Pattern(std::unique_ptr<const Code> code);
  std::unique_ptr<const Code> code_;
};

}  // namespace factbox::language
