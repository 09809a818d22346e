/// \file
/// What a long claim can lose at its ends, where its middle parts have gone and it is still long.
#pragma once

#include <optional>
#include <span>

#include "base/byte_range.h"
#include "factboxes/house_style.h"
#include "texts/marks.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// A claim that is to be shortened.
struct LongClaim {
  ByteRange words;         ///< the claim, or its last range where it has several
  bool may_lose_cues;      ///< it is told as a fact, so that a hedge in a tail is the tail's own
  std::size_t wanted = 0;  ///< words that are to go
};

/// The place from which on the claim is left out: before a clause, a second verb or a phrase
/// behind a comma that ends it. Of those that are long enough the shortest, one without a figure
/// before one with; where none is long enough, the longest. None where the claim ends in nothing
/// that can go: words in quotation marks, conditions, and times stay.
[[nodiscard]] std::optional<std::uint32_t> tail_to_cut(
    const texts::Sheet& sheet, const LongClaim& claim, const HouseStyle& style,
    std::span<const texts::Quotation> quotations);

/// An aside between two dashes; empty where none can go.
[[nodiscard]] ByteRange aside_to_cut(const texts::Sheet& sheet, ByteRange words,
                                     const HouseStyle& style,
                                     std::span<const texts::Quotation> quotations);

}  // namespace factbox::factboxes
