/// \file
/// Whether a reader understands a line without its report.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "factboxes/house_style.h"
#include "factboxes/story_words.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// The part of a report that a line would show.
struct Shown {
  ByteRange hull;                   ///< from its first byte to its last
  std::vector<ByteRange> kept;      ///< of the claim itself, sorted
  std::vector<ByteRange> replaced;  ///< by names or dates: no longer to be understood from here
  std::vector<ByteRange> quoted;    ///< inside quotation marks
  bool names_speaker = false;       ///< a name for "he" and "they" stands in the line's attribution
  bool speaker_first = false;       ///< and it stands before the claim
};

/// Why the words don't stand alone: a clause without a verb or a subject, a pronoun or a bare
/// "the move" with nothing in the line that it can stand for, a question, an address to the
/// reader. Empty where they do. What the story is about ("the drone", by `words`) is known.
[[nodiscard]] std::string_view what_leans(const texts::Sheet& sheet, const Shown& shown,
                                          const HouseStyle& style, const StoryWords& words);

}  // namespace factbox::factboxes
