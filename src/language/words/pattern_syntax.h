/// \file
/// Python's regular expressions, read closely enough to hand them to PCRE2 and to know their width.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factbox::language {

/// The same pattern in the syntax of PCRE2 (with UTF and UCP): code points, white space, brackets
/// in classes and the flag for Unicode are written differently.
///
/// The way in which packages look for the user's name in a web address takes quadratic time; it is
/// exchanged for one that matches the same and doesn't.
[[nodiscard]] std::string to_perl_syntax(std::string_view python);

/// The alternatives that make up the whole of a pattern: "a|(b|c)" gives "a" and "(b|c)".
[[nodiscard]] std::vector<std::string_view> alternatives_of(std::string_view python);

/// How far the matches of a pattern reach, lookarounds counted in.
struct PatternWidth {
  std::size_t letters = 0;  ///< code points, at most; of the alternatives without runs
  bool has_runs = false;    ///< an alternative repeats one letter without end: "\.\.+"
};

/// The width of a pattern; none where it is unbounded in other ways than by runs.
[[nodiscard]] std::optional<PatternWidth> width_of(std::string_view python);

}  // namespace factbox::language
