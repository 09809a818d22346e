/// \file
/// `expect time`, `expect figure`, `expect name`.
#pragma once

#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

/// Times as fields:
/// - `words`: the report's, `= ` the TIMEX3 value;
/// - `type`: date, time, duration, set;
/// - `from`, `until`: the moments that it spans, where they are known (ISO 8601, UTC).
[[nodiscard]] std::vector<FoundBlock> find_time_blocks(const CaseWorld& world);

/// Figures as fields:
/// - `words`: number, qualifier and unit; `value`: 62, or `10 to 12`;
/// - `qualifier` as written and `bound` (~ > < up down), where there is one;
/// - `unit`; `of`: what is counted, in the report's words.
[[nodiscard]] std::vector<FoundBlock> find_figure_blocks(const CaseWorld& world);

/// Names as fields:
/// - `words`: the report's, without article and title; `type`: the model's label; `kind`: finer;
/// - `entity`: the id; mentions of one have the same;
/// - `role`: a title stated with it, `of`: the country or body of the title.
[[nodiscard]] std::vector<FoundBlock> find_name_blocks(const CaseWorld& world);

}  // namespace factbox::cases
