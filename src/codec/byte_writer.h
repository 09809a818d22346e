/// \file
/// Numbers, words and ranges as bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_range.h"

namespace factbox::codec {

/// Words longer than this are written whole each time that they occur.
inline constexpr std::size_t kLongestRemembered = 255;
/// How many bytes references to earlier words may stand for, by the bytes before them: hostile
/// bytes can't ask for more memory than this times their own.
inline constexpr std::size_t kRepeatedPerByte = 32;
inline constexpr std::size_t kRepeatedAtFirst = 4096;

/// Appends to a body. ByteReader has the same functions and fills what this one writes, so that one
/// description of a value (walk.h) serves both.
class ByteWriter {
 public:
  static constexpr bool kWrites = true;

  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  /// Seven bits a byte, the lowest first.
  void number(std::uint64_t value);
  /// So that small numbers of either sign are short.
  void signed_number(std::int64_t value);
  void real(double value);
  void flag(bool value) { byte(value ? 1 : 0); }
  template <class Enum>
  void choice(Enum value, Enum) {
    byte(static_cast<std::uint8_t>(value));
  }
  void index(std::uint32_t value, std::size_t) { number(value); }
  void moment(std::chrono::sys_seconds value) { signed_number(value.time_since_epoch().count()); }
  void seconds(std::chrono::seconds value) { signed_number(value.count()); }

  /// Words as they stand.
  void whole(std::string_view words);
  /// Short words that come back: written once, then referred to.
  void words(const std::string& words);
  /// Words that need not be UTF-8.
  void raw(const std::string& bytes) { whole(bytes); }
  /// By the distance from the range before.
  void range(ByteRange range, std::string_view text);

  template <class T, class Walk>
  void list(const std::vector<T>& values, const Walk& walk) {
    number(values.size());
    for (const T& each : values) {
      walk(each);
    }
  }
  template <class T, class Walk>
  void maybe(const std::optional<T>& value, const Walk& walk) {
    flag(value.has_value());
    if (value) {
      walk(*value);
    }
  }
  /// What must hold of what was read; of what is written it does.
  void require(bool, std::string_view) {}

  [[nodiscard]] std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> seen_;
  std::size_t repeated_ = 0;  ///< bytes that references stand for
  std::uint32_t last_ = 0;    ///< where the last range began
};

}  // namespace factbox::codec
