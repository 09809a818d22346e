/// \file
/// The chunks of a text between changes from letters to white space and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/byte_range.h"

namespace factbox::language {

/// A run of white space, or of anything else.
struct Chunk {
  ByteRange range;
  bool space_follows = false;  ///< one U+0020 that belongs to no chunk
};

/// Walks a text of valid UTF-8. A space behind a chunk that isn't white space belongs to that
/// chunk; what further white space follows is a chunk of its own.
class ChunkWalk {
 public:
  explicit ChunkWalk(std::string_view text) : text_(text) {}
  /// The next chunk; none at the text's end.
  [[nodiscard]] std::optional<Chunk> next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace factbox::language
