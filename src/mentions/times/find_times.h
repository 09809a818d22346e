/// \file
/// Finds what a text says about when and how long.
#pragma once

#include <vector>

#include "mentions/mentions.h"
#include "mentions/numbers.h"
#include "mentions/pieces.h"
#include "mentions/times/resolve.h"
#include "mentions/times/time_words.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// The time expressions of one text in order, none inside another, resolved against `anchor`
/// and against each other ("the day before"). `field` says which text it is.
[[nodiscard]] std::vector<TimeMention> find_times(const Pieces& pieces, const texts::Sheet& sheet,
                                                  Field field, const TimeWords& words,
                                                  const NumberWords& numbers, Anchor anchor);

}  // namespace factbox::mentions
