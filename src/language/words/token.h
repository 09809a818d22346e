/// \file
#pragma once

#include <cstdint>

#include "base/byte_range.h"

namespace factbox::language {

/// A word, mark or run of white space.
struct Token {
  ByteRange range;
  std::uint32_t lexeme = 0;    ///< its number in the reader's Lexicon
  bool space_follows = false;  ///< one space, which is no token, stands behind it
};

}  // namespace factbox::language
