/// \file
/// The trained network's proposals as attributions.
#pragma once

#include "readers/network/network.h"
#include "statements/attribution.h"

namespace factbox::statements {

/// The attribution that a proposal makes; its content is empty where nothing but marks is proposed.
/// It is `held` where its cue is known for no saying, or nothing is claimed in a clause.
[[nodiscard]] Attribution attribution_of(const Reading& reading, const readers::Proposal& proposal);

/// Whether a rule would have taken it, had it understood the sentence: a known verb or noun of
/// saying, that was done, by somebody who can say things, with a whole clause or quotation.
[[nodiscard]] bool is_sound(const Reading& reading, const Attribution& proposed);

/// "Did not say": what is negated says nothing.
[[nodiscard]] bool is_unsaid(const Reading& reading, const Attribution& proposed);

}  // namespace factbox::statements
