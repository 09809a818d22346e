/// \file
/// `--update`: rewrites what is expected to what was found, for review as a diff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "case_runner/compare.h"

namespace factbox::cases {

/// New lines for an `expect` block that was not met.
struct Rewrite {
  std::size_t first_line = 0;  ///< counted from 1
  std::size_t past_line = 0;
  std::string lines;
};

/// What the block would have to say. A block with fields keeps its choice of fields and is told by
/// the found block that is nearest; one without any becomes all that was found. `no_other` gets
/// what it denies put before it. Where nothing was found: `expect no <what>`.
[[nodiscard]] Rewrite rewrite(const Outcome& outcome, const Case& of,
                              const std::vector<FoundBlock>& found, const Kind& kind);

/// The file with the rewrites put in.
[[nodiscard]] std::string rewritten(std::string_view file, std::vector<Rewrite> rewrites);

}  // namespace factbox::cases
