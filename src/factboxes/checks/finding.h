/// \file
/// What a check finds.
#pragma once

#include <cstdint>
#include <string>

namespace factbox::factboxes {

/// Whether a page that breaks a rule must not go out.
enum class Severity : std::uint8_t { error, warning };

/// A rule that a page fails.
struct Finding {
  std::uint32_t rule = 0;  ///< its number in docs/rules.md
  Severity severity = Severity::error;
  std::string line;  ///< id; empty where the page as a whole fails
  std::string why;
};

}  // namespace factbox::factboxes
