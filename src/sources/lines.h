/// \file
/// A delivery, line by line, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sources/delivery.h"

namespace factbox::sources {

/// One line, without its end ("\n"; a "\r" before it stays).
struct Line {
  std::string_view bytes;    ///< until the next call; empty where the line is too long
  std::uint64_t number = 1;  ///< counted from 1
  std::uint64_t offset = 0;  ///< of its first byte in the delivery
  std::uint64_t size = 0;    ///< in bytes, also where it is too long
  bool too_long = false;
  bool ended = true;  ///< by a line end; false for a last line without one
};

/// Reads a delivery by lines. A line of more than `max_bytes` is skipped without being kept.
class Lines {
 public:
  Lines(Delivery& delivery, std::size_t max_bytes) : delivery_(delivery), max_bytes_(max_bytes) {}

  /// The next line; none at the end.
  [[nodiscard]] std::optional<Line> next();

 private:
  bool refill();

  Delivery& delivery_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of the next line, in the buffer
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace factbox::sources
