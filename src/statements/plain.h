/// \file
/// What the outlet says itself.
#pragma once

#include <vector>

#include "statements/attribution.h"
#include "statements/joined/transcript.h"

namespace factbox::statements {

/// A sentence of the outlet's own.
struct PlainSentence {
  std::vector<TokenRange> content;
  double confidence = 0;
};

/// The sentences that carry a claim and that no attribution accounts for: with a subject and a
/// finite verb, no question, no caption, no fragment, nothing that a page says of itself ("read
/// more", "reporting by …"), nothing of a transcript (transcript.h) or in another language.
[[nodiscard]] std::vector<PlainSentence> plain_sentences(
    const Reading& reading, const std::vector<Attribution>& attributions,
    const Transcript& transcript);

}  // namespace factbox::statements
