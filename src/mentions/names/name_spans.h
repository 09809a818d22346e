/// \file
/// Where names stand in one text, and of what sort they are.
#pragma once

#include <vector>

#include "mentions/names/name_span.h"
#include "mentions/names/name_words.h"
#include "mentions/pieces.h"
#include "reports/outlets.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// The names of one text in order, none inside another: the engine's, mended by the tables.
[[nodiscard]] std::vector<NameSpan> find_name_spans(const Pieces& pieces, const texts::Sheet& sheet,
                                                    const NameWords& words,
                                                    const reports::Outlets& outlets);

}  // namespace factbox::mentions
