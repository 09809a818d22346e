/// \file
/// Words of a report that a line prints otherwise, each with what vouches for what it prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/replacing.h"
#include "factboxes/lines/wording_rules.h"

namespace factbox::factboxes {

/// Finds what the line prints otherwise: dates for relative times, "said" for "added", names for
/// the pronouns and bare nouns by which the report calls a speaker, and every person's name, which
/// takes its form from its place on the page. Nothing inside quotation marks.
///
/// None where a speaker stays unknown ("he said"), or a relative time that a page never prints.
[[nodiscard]] std::optional<Replacements> find_replacements(const statements::ReadReport& report,
                                                            const statements::Statement& statement,
                                                            const LineLayout& layout,
                                                            const WordingRules& rules,
                                                            std::string_view& why);

}  // namespace factbox::factboxes
