/// \file
/// Numbers, words and ranges from bytes that somebody else may have made.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"
#include "base/result.h"

namespace factbox::codec {

/// Reads what ByteWriter wrote, by the same functions. The first thing that can't be is remembered
/// as the trouble, and everything read behind it is empty; so a reader asks once, at the end.
class ByteReader {
 public:
  static constexpr bool kWrites = false;

  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint8_t byte();
  [[nodiscard]] std::uint64_t number();
  [[nodiscard]] std::int64_t signed_number();
  /// No more than there are bytes left, so that no count asks for more memory than its bytes.
  [[nodiscard]] std::size_t count();

  void byte(std::uint8_t& value) { value = byte(); }
  void number(std::uint32_t& value);
  void real(double& value);  ///< any but a number that is none
  void flag(bool& value);
  template <class Enum>
  void choice(Enum& value, Enum last) {
    const std::uint8_t read = byte();
    require(read <= static_cast<std::uint8_t>(last), "a choice that there isn't");
    value = sound() ? static_cast<Enum>(read) : Enum{};
  }
  /// An index below `size`.
  void index(std::uint32_t& value, std::size_t size);
  void moment(std::chrono::sys_seconds& value);  ///< in the years of the calendar
  void seconds(std::chrono::seconds& value);     ///< within four days
  void whole(std::string& words);
  void words(std::string& words);
  void raw(std::string& bytes) { bytes = taken(); }
  /// In `text`, which is UTF-8, from letter to letter.
  void range(ByteRange& range, std::string_view text);

  template <class T, class Walk>
  void list(std::vector<T>& values, const Walk& walk) {
    const std::size_t size = count();
    values.clear();
    for (std::size_t n = 0; n < size && sound(); ++n) {
      walk(values.emplace_back());
    }
  }
  template <class T, class Walk>
  void maybe(std::optional<T>& value, const Walk& walk) {
    bool there = false;
    flag(there);
    value.reset();
    if (there && sound()) {
      walk(value.emplace());
    }
  }

  void require(bool holds, std::string_view what) {
    if (!holds && sound()) {
      fail(what);
    }
  }
  [[nodiscard]] bool sound() const { return trouble_.empty(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  /// What couldn't be, with the byte, or that something is left over; nothing if all was read.
  [[nodiscard]] Result<void> finish();

 private:
  void fail(std::string_view what);
  [[nodiscard]] std::string_view taken();

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string trouble_;
  std::vector<std::string_view> seen_;
  std::size_t repeated_ = 0;
  std::uint32_t last_ = 0;
};

/// Whether a letter begins here, or the text ends.
[[nodiscard]] inline bool on_letter(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace factbox::codec
