/// \file
/// What sort of thing a name is, by its words and by the words around it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mentions/names/name_words.h"
#include "mentions/pieces.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// A name that no table knows, and where it stands.
struct UnknownName {
  const Pieces& pieces;
  const texts::Sheet& sheet;
  const NameWords& words;
  std::uint32_t first = 0;  ///< pieces
  std::uint32_t past = 0;
};

/// The type that its words or their surroundings tell: a title before it, a given name, "River" at
/// its end, "said" behind it, "in" before it. `engine` is what the engine took it for; none where
/// it took it for nothing; it stays where nothing tells better.
[[nodiscard]] texts::NameType type_of(const UnknownName& name, texts::NameType engine);

/// What a noun beside it or its last word says of it ("tanker", "missiles", "Ministry"); null
/// where nothing does.
[[nodiscard]] const NameEnding* said_of(const UnknownName& name);

}  // namespace factbox::mentions
