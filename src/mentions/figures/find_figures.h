/// \file
/// Finds the quantities that a text states.
#pragma once

#include <span>
#include <vector>

#include "mentions/figures/figure_words.h"
#include "mentions/mentions.h"
#include "mentions/numbers.h"
#include "mentions/pieces.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// The figures of one text in order. `times` are those found in the same text: dates are no
/// figures, lengths of time are.
[[nodiscard]] std::vector<Figure> find_figures(const Pieces& pieces, const texts::Sheet& sheet,
                                               Field field, const FigureWords& words,
                                               const NumberWords& numbers,
                                               std::span<const TimeMention> times);

}  // namespace factbox::mentions
