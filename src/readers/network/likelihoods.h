/// \file
/// How likely the network holds what it is asked.
#pragma once

#include <array>

namespace factbox::readers {

/// How likely a token is to be none of a thing's parts, or one of two: of a cue its beginning or
/// its inside, of an attribution its source or its content.
using Likelihoods = std::array<float, 3>;

/// Scores to likelihoods.
[[nodiscard]] Likelihoods likelihoods_of(const float* scores);

}  // namespace factbox::readers
