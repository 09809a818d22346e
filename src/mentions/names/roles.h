/// \file
/// The title or office that a text states beside a person's name.
#pragma once

#include <optional>
#include <string>

#include "mentions/names/name_span.h"
#include "mentions/names/name_words.h"
#include "mentions/pieces.h"
#include "texts/sheet.h"

namespace factbox::mentions {

struct RoleFound {
  ByteRange range;  ///< "Foreign Minister", without the country
  std::string of;   ///< the country or body, by its usual name where it is known
};

/// The role before the name ("Iranian Foreign Minister Araghchi") or behind it ("Araghchi, Iran's
/// foreign minister,"); none where no office is stated. "Mr." is none.
[[nodiscard]] std::optional<RoleFound> role_of(const Pieces& pieces, const texts::Sheet& sheet,
                                               const NameWords& words, const NameSpan& name);

}  // namespace factbox::mentions
