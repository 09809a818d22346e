/// \file
/// What the outlet says itself.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "statements/attribution.h"
#include "statements/joined/transcript.h"

namespace factbox::statements {

/// A sentence of the outlet's own.
struct PlainSentence {
  std::vector<TokenRange> content;
  double confidence = 0;
  /// The attribution of the act of speech that it tells ("The union urged …"): an index.
  std::optional<std::size_t> act;
};

/// Below this a statement is too unsure for pages: then its sentence stands as a whole, as the
/// outlet's.
constexpr double kSureEnough = 0.5;

/// The sentences that carry a claim and that no attribution accounts for: with a subject and a
/// finite verb, no question, no caption, no fragment, nothing that a page says of itself ("read
/// more", "reporting by …"), nothing of a transcript (transcript.h) or in another language. Of a
/// sentence that goes on with somebody else's words (", while the mayor said …") what stands
/// before them. `trust` is how sure the statement of each attribution is.
[[nodiscard]] std::vector<PlainSentence> plain_sentences(
    const Reading& reading, const std::vector<Attribution>& attributions,
    std::span<const double> trust, const Transcript& transcript);

}  // namespace factbox::statements
