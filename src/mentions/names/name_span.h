/// \file
/// A name in a text.
#pragma once

#include <cstdint>
#include <string>

#include "base/byte_range.h"
#include "mentions/names/name_words.h"
#include "reports/outlets.h"
#include "texts/links.h"

namespace factbox::mentions {

/// Where a name stands, and of what sort it is.
struct NameSpan {
  ByteRange range;          ///< no article, no title, no possessive
  std::uint32_t first = 0;  ///< pieces
  std::uint32_t past = 0;
  texts::NameType type = texts::NameType::none;
  std::string kind;  ///< finer, where the words or their surroundings tell
  const KnownName* known = nullptr;
  const reports::Outlet* outlet = nullptr;
};

}  // namespace factbox::mentions
