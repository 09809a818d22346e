/// \file
/// What stands in reports and is no sentence of news: captions, headings, notes, calls.
#pragma once

#include <string_view>

#include "factboxes/house_style.h"
#include "factboxes/lines/shown_tokens.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// Why the words that a line shows are none of news; empty where they may be.
[[nodiscard]] std::string_view what_is_no_news(const texts::Sheet& sheet, const Shown& shown,
                                               const HouseStyle& style);

}  // namespace factbox::factboxes
