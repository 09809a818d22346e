/// \file
/// Bytes that come one after another, from a file, a pipe or memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace factbox::sources {

/// Bytes that can be read once, from front to end.
class ByteStream {
 public:
  ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ByteStream(ByteStream&&) = delete;
  ByteStream& operator=(ByteStream&&) = delete;
  virtual ~ByteStream() = default;

  /// Puts the next bytes into `into`, at least one, and says how many; 0 at the end. What came
  /// before an error has been given before the error is.
  [[nodiscard]] virtual Result<std::size_t> read(std::span<char> into) = 0;
};

/// Opens a file or a pipe. Fails as not_found or io (no permission, a folder) in plain words.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> open_file(const std::filesystem::path& path);

/// The program's standard input.
[[nodiscard]] std::unique_ptr<ByteStream> standard_input();

/// Bytes in memory.
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string bytes);

}  // namespace factbox::sources
