/// \file
/// Trained numbers in a safetensors file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factbox::readers {

/// The tensors of a file by name, and the notes of who wrote it. Everything about the file is
/// checked before a number of it is used: sizes, places, that no number is infinite.
class WeightsFile {
 public:
  /// Reads the bytes of a file; `name` is what messages call it. Fails as malformed where the bytes
  /// are no safetensors file or are cut short.
  [[nodiscard]] static Result<WeightsFile> read(std::string bytes, std::string name);

  /// The shape of a tensor, the last dimension lying closest together; empty where there is none.
  [[nodiscard]] std::span<const std::size_t> shape(std::string_view tensor) const;
  /// A tensor's numbers. Fails, naming the tensor: as malformed where it is missing, has another
  /// shape or holds a number that is not finite, as unsupported where they are not floats of 16 or
  /// 32 bits.
  [[nodiscard]] Result<std::vector<float>> numbers(std::string_view tensor,
                                                   std::span<const std::size_t> shape) const;
  /// A note of the file's writer, "" where there is none.
  [[nodiscard]] std::string_view note(std::string_view key) const;

  /// The error for a file that is not what the reader expects, with the remedy.
  [[nodiscard]] Error wrong(std::string_view why, ErrorKind kind = ErrorKind::malformed) const;

 private:
  struct Place {
    std::size_t each = 0;  ///< bytes of a number; 0: of a type that we don't read
    std::vector<std::size_t> shape;
    std::size_t begin = 0;  ///< in bytes_
    std::size_t end = 0;
  };

  WeightsFile(std::string bytes, std::string name);
  Result<void> read_header();

  std::string bytes_;
  std::string name_;
  std::map<std::string, Place, std::less<>> tensors_;
  std::map<std::string, std::string, std::less<>> notes_;
};

/// The bytes of a trained file that comes with this program. Fails as unavailable, saying which
/// script trains it anew.
[[nodiscard]] Result<std::string> read_trained_file(const std::filesystem::path& file,
                                                    std::string_view script);

/// A 16-bit float (IEEE 754 binary16) as a 32-bit one.
[[nodiscard]] float float_of_half(std::uint16_t half);

}  // namespace factbox::readers
