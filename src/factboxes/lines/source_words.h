/// \file
/// The words by which a line says who a source is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_range.h"
#include "factboxes/house_style.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/people.h"
#include "reports/report.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// True where words for a source say who it is only to who has read on: "he", "the official", "the
/// ministry". A name among them tells.
[[nodiscard]] bool points_elsewhere(std::string_view words, const HouseStyle& style);

/// The first place in the report where `words` stand, text before title.
[[nodiscard]] std::optional<Evidence> locate(const reports::Report& report, std::string_view words,
                                             Part part);

/// The words of a report's range as they stand within a sentence: a small word ("The", "One") loses
/// the capital that it has from the start of one.
[[nodiscard]] std::string within_sentence(std::string words, const texts::Sheet& sheet,
                                          ByteRange range);

/// A person's name as a piece that is given its form when the page is complete.
[[nodiscard]] Piece name_of(std::uint32_t person, const People& people);

}  // namespace factbox::factboxes
