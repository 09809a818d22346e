/// \file
/// How much to trust what is read in text that is no plain English prose.
#pragma once

#include <vector>

#include "statements/attribution.h"
#include "statements/reading/reading.h"

namespace factbox::statements {

/// What the text around a statement takes off its confidence: 1 for prose. Less for a run of words
/// without any mark, for speakers in the first or second person outside quotation marks (a
/// transcript, a letter), for addresses and markup among the words.
[[nodiscard]] double soundness_of(const Reading& reading, const Attribution& attribution);

/// Whether a sentence is in another language than English, by its small words.
[[nodiscard]] bool is_foreign(const Reading& reading, TokenRange sentence);

}  // namespace factbox::statements
