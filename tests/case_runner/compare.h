/// \file
/// Expected against found.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "case_runner/case_file.h"
#include "case_runner/kind.h"

namespace factbox::cases {

/// Finds the words of a value in the case's reports: in their texts, else in their titles, at the
/// edges of words only. Fails where they don't occur, or occur more than once and `[n]` is missing.
[[nodiscard]] Result<Place> place_of(const CaseValue& value, const Case& of);

/// The same value as a case file would have it.
[[nodiscard]] CaseValue as_written(const FoundValue& value, const Case& of);

/// How one `expect` block fared.
struct Outcome {
  const Expectation* expectation = nullptr;
  bool met = false;
  std::string why;                    ///< empty where met
  const FoundBlock* found = nullptr;  ///< what it was held against; null where nothing was near
};

/// Holds all expectations of one kind against all that was found of it. Each found block meets one
/// `expect` block at most; blocks that nothing was expected of are let be, unless the case says
/// `expect no other`.
[[nodiscard]] std::vector<Outcome> compare(const Case& of, const Kind& kind,
                                           const std::vector<FoundBlock>& found);

/// Whether something found is as the block's fields say; anything is where it has none.
[[nodiscard]] bool holds(const Expectation& expectation, const Case& of, const Kind& kind,
                         const std::vector<FoundBlock>& found);

/// The two side by side, as text.
[[nodiscard]] std::string side_by_side(const Outcome& outcome, const Case& of);

}  // namespace factbox::cases
