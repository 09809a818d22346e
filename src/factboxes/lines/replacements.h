/// \file
/// Words of a report that a line prints otherwise, each with what vouches for what it prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/lines/wording_rules.h"

namespace factbox::factboxes {

struct Replacement {
  ByteRange range;     ///< in the statement's field
  Wording by;          ///< empty: the words are left out
  bool names = false;  ///< a person's name: shown in its place, so pronouns can mean it
};

/// A source whom the line calls by a fuller mention, from elsewhere in the report.
struct FullerSource {
  ByteRange span;    ///< the chain member's
  std::string name;  ///< without an article
};

struct Replacements {
  std::vector<Replacement> all;  ///< sorted and apart
  std::vector<FullerSource> sources;
  bool unresolved_time = false;
};

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
