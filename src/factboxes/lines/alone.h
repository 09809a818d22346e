/// \file
/// Reads what tells whether a sentence can be understood without others.
#pragma once

#include <cstdint>

#include "factboxes/house_style.h"
#include "factboxes/lines/alone_weights.h"
#include "factboxes/story_words.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// Reads the sentence of a field, by its number. `words` are the story's: what its titles name is
/// known to whoever reads the page.
[[nodiscard]] AloneFeatures read_alone(const statements::ReadReport& report, Field field,
                                       std::uint32_t sentence, const HouseStyle& style,
                                       const StoryWords& words);

}  // namespace factbox::factboxes
