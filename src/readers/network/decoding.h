/// \file
/// From likelihoods to cues, sources and contents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/analysis.h"
#include "readers/network/cue_reader.h"

namespace factbox::readers {

/// A cue where "begins" is likelier than `threshold`, with the tokens that go on inside it. No
/// more than a text can sensibly hold: beyond that, the least likely are left out.
[[nodiscard]] std::vector<language::TokenRange> find_cues(std::span<const Likelihoods> likely,
                                                          double threshold);

/// Whether the token may begin a cue: true for all that find_cues finds, and for few others.
[[nodiscard]] bool may_begin_cue(const Likelihoods& likely, double threshold);

/// What a window's likelihoods say of its cue.
struct CueParts {
  std::vector<language::TokenRange> source;
  std::vector<language::TokenRange> content;
  double content_likelihood = 0;  ///< mean of its tokens'; 0 where there is none
  double source_likelihood = 0;   ///< likewise
};

/// The likeliest part for each token of `window`; gaps of one or two tokens in the content are
/// healed.
[[nodiscard]] CueParts find_parts(std::span<const Likelihoods> likely, language::TokenRange window);

}  // namespace factbox::readers
