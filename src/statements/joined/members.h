/// \file
/// Everybody who stands between a claim and the reader in one attribution.
#pragma once

#include "statements/attribution.h"

namespace factbox::statements {

/// Adds to the attributions of one sentence whom they cite ("citing a leader in exile"; not "citing
/// security concerns", which is a reason) and who carries them ("a memo seen by Reuters", "in an
/// interview with the Post", "a report in the paper").
void complete_members(const Reading& reading, TokenRange sentence,
                      std::span<Attribution> attributions);

}  // namespace factbox::statements
