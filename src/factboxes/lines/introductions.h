/// \file
/// Where a report says in full what it later calls by a bare noun.
#pragma once

#include <cstdint>
#include <optional>

#include "base/byte_range.h"
#include "texts/sheet.h"

namespace factbox::factboxes {

/// The words, before the token, that say which one its noun means, by a name: "Brno University
/// Hospital" for a later "the hospital", "Norlin" for "the company" behind "Norlin, a ferry
/// company, …". Nothing that is told of the later one may be missing in them. None where the text
/// doesn't say, or speaks of several.
[[nodiscard]] std::optional<ByteRange> introduction_of(const texts::Sheet& sheet,
                                                       std::uint32_t noun);

/// The noun with all that stands before it as part of its phrase, from the article on.
[[nodiscard]] texts::TokenRange noun_group(const texts::Sheet& sheet, std::uint32_t noun);

}  // namespace factbox::factboxes
