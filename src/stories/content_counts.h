/// \file
/// Reads what a statement counts, and what each number hangs on.
#pragma once

#include "stories/content_tokens.h"
#include "stories/proposition.h"
#include "stories/word_keys.h"

namespace factbox::stories {

/// Adds the statement's figures to a proposition whose words were read; they count as words no
/// more.
void read_counts(const ContentView& content, WordKeys& keys, Proposition& to);

}  // namespace factbox::stories
