/// \file
/// Results that are written whole or not at all, and progress while they are made.
#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox::cli {

/// Writes `bytes` to the file, or to `out` where `file` is empty. A file is written beside its
/// place and then put there, so that a full disk or an interruption leaves what was there before.
/// Fails as io.
[[nodiscard]] Result<void> write_result(std::string_view bytes, const std::string& file,
                                        std::ostream& out);

/// Tells how far something is, once it has taken a second and then every few seconds.
class Progress {
 public:
  Progress(std::ostream& messages, std::string_view what, std::size_t of)
      : messages_(messages), what_(what), of_(of), told_(std::chrono::steady_clock::now()) {}

  void at(std::size_t done);

 private:
  std::ostream& messages_;
  std::string what_;
  std::size_t of_;
  std::chrono::steady_clock::time_point told_;
  std::chrono::seconds wait_{1};
};

}  // namespace factbox::cli
