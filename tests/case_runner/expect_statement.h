/// \file
/// `expect statement`.
#pragma once

#include <array>
#include <vector>

#include "case_runner/kind.h"

namespace factbox::cases {

/// Members of a chain: a block that names one must name all.
inline constexpr std::array<std::string_view, 4> kChainFields{"by", "to", "via", "cites"};

/// Statements as fields:
/// - `says`: the claim's words, a piece each; `nothing` where they stand in another sentence;
/// - `by`: who said it (`as role`, `as unnamed`); `nobody` and the word where somebody does
///   ("reportedly"); none for the outlet's own (`kind plain`);
/// - `cites`: whom the speaker or outlet leans on; `to`: the outlet that was told; `via`: outlets
///   that relay it, the nearest to the speaker first;
/// - `who`: whom `by` means, where it is a later mention ("he");
/// - `when`: the time at which it was said; `about`: of which it speaks;
/// - `mood`, `polarity` (where negative), `kind`, `act` (unless said), `self` (the report's own
///   outlet, named).
[[nodiscard]] std::vector<FoundBlock> find_statement_blocks(const CaseWorld& world);

}  // namespace factbox::cases
