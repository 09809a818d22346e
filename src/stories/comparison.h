/// \file
/// What two sets of reports tell of one matter: `factbox relate A B`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::stories {

/// How the two sides stand to each other in one matter.
enum class Stand : std::uint8_t {
  differ,       ///< what one says can't be together with what the other says, or came to replace it
  both,         ///< both say it
  only_first,   ///< the other doesn't say it
  only_second,  ///< the same, of the first
};

/// "differ", "both", "only_a", "only_b".
[[nodiscard]] const char* name_of(Stand stand);

/// One matter, and the statements of each side that speak of it; one a claim, its best wording.
struct Matter {
  Stand stand = Stand::only_first;
  /// How they differ ("number", "denial", "update"), or "entails" where one of both says more;
  /// empty else.
  std::string type;
  std::vector<StatementRef> first, second;
};

/// Holds the reports of the first side, those of which `is_second` is false, against the others, by
/// the claims of `story`, which was made of them all. Each claim comes once: what differs first,
/// then what both say, then what one says alone; in the order in which it was first told.
[[nodiscard]] std::vector<Matter> compare_sides(const Story& story,
                                                std::span<const statements::ReadReport> reports,
                                                const std::vector<bool>& is_second);

}  // namespace factbox::stories
