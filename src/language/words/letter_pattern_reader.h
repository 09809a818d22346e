/// \file
/// Reads a simple pattern in Python's syntax.
#pragma once

#include <optional>
#include <string_view>

#include "language/words/letter_pattern.h"

namespace factbox::language {

/// None where the pattern is beyond LetterPattern. `python` must be valid UTF-8.
[[nodiscard]] std::optional<LetterPattern> read_letter_pattern(std::string_view python);

}  // namespace factbox::language
