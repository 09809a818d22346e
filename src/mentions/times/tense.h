/// \file
/// Whether a word stands in a sentence about what was or about what will be.
#pragma once

#include <cstdint>

#include "mentions/times/time_words.h"
#include "texts/sheet.h"

namespace factbox::mentions {

enum class Tense : std::uint8_t {
  none,
  past,
  likely_past,  ///< of a verb that the day reaches over a noun only: "set a date in June"
  present,
  future
};

/// The tense of the verb that governs `token`, the last of a time that begins at `first`; none
/// where no verb does, or where the words don't tell. Of a day that says which meeting is meant
/// ("Sunday's vote"), whether it lies ahead.
[[nodiscard]] Tense tense_at(const texts::Sheet& sheet, const TimeWords& words, std::uint32_t first,
                             std::uint32_t token);

/// The same for a day that something goes on to, behind `before` ("until Friday", "by Monday",
/// "put off to May 3"): a day ahead, unless its verb tells that it went on until then.
[[nodiscard]] Tense tense_of_goal(const texts::Sheet& sheet, const TimeWords& words,
                                  std::uint32_t before, std::uint32_t token);

}  // namespace factbox::mentions
