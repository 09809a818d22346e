/// \file
/// Reads what small words make of a statement: "only", "all of", "so far", "not".
#pragma once

#include <cstdint>
#include <optional>

#include "stories/content_tokens.h"
#include "stories/proposition.h"
#include "stories/word_keys.h"

namespace factbox::stories {

/// Adds them to a proposition whose figures were read. `root` is the statement's main word.
void read_marks(const ContentView& content, std::optional<std::uint32_t> root, WordKeys& keys,
                Proposition& to);

}  // namespace factbox::stories
