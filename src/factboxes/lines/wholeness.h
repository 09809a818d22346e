/// \file
/// Whether a reader understands a line without its report.
#pragma once

#include <string_view>

#include "factboxes/house_style.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/story_words.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// Why the words don't stand alone: a clause without a verb or a subject, a pronoun or a bare
/// "the move" with nothing in the line that it can stand for, a question, an address to the
/// reader. Empty where they do. What the story is about ("the drone", by `words`) is known.
[[nodiscard]] std::string_view what_leans(const texts::Sheet& sheet, const Shown& shown,
                                          const HouseStyle& style, const StoryWords& words);

}  // namespace factbox::factboxes
