/// \file
/// How a claim stands: asserted, denied, possible, planned, conditional, asked, predicted.
#pragma once

#include "statements/attribution.h"

namespace factbox::statements {

struct Stand {
  Modality modality = Modality::asserted;
  Polarity polarity = Polarity::positive;
};

/// Reads how the words stand in the mouth of their source. `mood` is what the cue makes of them
/// whatever they are ("denied", "asked"); none for the outlet's own. Of several, the first of
/// asked, denied, conditional, planned, predicted, possible counts.
[[nodiscard]] Stand stand_of(const Reading& reading, const std::vector<TokenRange>& content,
                             std::optional<Modality> mood, Act act);

/// The verb (else the word) that the words hang on: the topmost of their first sentence.
[[nodiscard]] Token top_of(const Reading& reading, const std::vector<TokenRange>& content);

/// Whether the words are a clause with a verb that has tense and its subject.
[[nodiscard]] bool is_whole(const Reading& reading, const std::vector<TokenRange>& content);

}  // namespace factbox::statements
