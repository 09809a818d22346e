/// \file
/// The rules' names, and what to do where a page breaks one.
#pragma once

#include <cstdint>
#include <string_view>

namespace factbox::outputs {

struct RuleWords {
  std::uint32_t rule = 0;
  std::string_view name;
  std::string_view remedy;  ///< what an editor can do, in the imperative
};

/// Of a rule from 1 to 25, as in docs/rules.md; of any other number, words for no rule.
[[nodiscard]] const RuleWords& rule_words(std::uint32_t rule);

}  // namespace factbox::outputs
