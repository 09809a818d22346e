/// \file
/// Whether what a line shows of a sentence is a clause, from its beginning to its end.
#pragma once

#include <string_view>

#include "factboxes/house_style.h"
#include "factboxes/lines/shown_tokens.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// Why the words are no whole clause: no verb with a subject, an end where something must follow,
/// a beginning or a "but" of the sentence that the line leaves out. Empty where they are one.
[[nodiscard]] std::string_view what_breaks_off(const texts::Sheet& sheet, const Shown& shown,
                                               const HouseStyle& style);

}  // namespace factbox::factboxes
