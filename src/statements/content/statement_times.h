/// \file
/// When it was said, and of when it speaks.
#pragma once

#include "statements/attribution.h"

namespace factbox::statements {

/// The time in the words around the cue ("said on Sunday").
[[nodiscard]] std::optional<StatedTime> said_time(const Reading& reading,
                                                  const Attribution& attribution);

/// The date or time in the words themselves that goes with their main verb; else the only one.
[[nodiscard]] std::optional<StatedTime> event_time(const Reading& reading,
                                                   const std::vector<TokenRange>& content);

}  // namespace factbox::statements
