/// \file
/// What the check of a page found, for people and for programs.
#pragma once

#include <span>
#include <string>

#include "factboxes/check.h"
#include "factboxes/factbox.h"

namespace factbox::outputs {

/// A line of JSON each: rule, its name, severity, the line's id and words, why, and the remedy.
[[nodiscard]] std::string findings_as_json_lines(std::span<const factboxes::Finding> findings,
                                                 const factboxes::Factbox& page);

/// For an editor, in the order of the page: each line with its words, and below it the rules that
/// it breaks by name, what is wrong and what to do; a summary at the end.
[[nodiscard]] std::string findings_as_text(std::span<const factboxes::Finding> findings,
                                           const factboxes::Factbox& page);

}  // namespace factbox::outputs
