/// \file
/// Whether a word stands in a sentence about what was or about what will be.
#pragma once

#include <cstdint>

#include "language/analysis.h"

namespace factbox::mentions {

enum class Tense : std::uint8_t { none, past, present, future };

/// The tense of the verb that governs `token`; none where no verb does.
[[nodiscard]] Tense tense_at(const language::Analysis& analysis, std::uint32_t token);

}  // namespace factbox::mentions
