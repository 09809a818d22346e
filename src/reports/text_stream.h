/// \file
/// A delivery as UTF-8, portion by portion, whatever its encoding.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "sources/delivery.h"

namespace factbox::reports {

/// Turns a delivery's bytes into valid UTF-8 as they come, in bounded memory.
///
/// A byte order mark tells the encoding; else zeros that lie as those of UTF-16 and UTF-32 do; else
/// what the transport or the beginning itself declares. What says that it is UTF-8, or says
/// nothing, is; single bytes in it that are none are read as windows-1252, as they mostly are.
class TextStream {
 public:
  /// `declared`: by the transport, or by the beginning (declared_charset); may be empty.
  TextStream(sources::Delivery& delivery, std::string_view declared);
  ~TextStream();
  TextStream(const TextStream&) = delete;
  TextStream& operator=(const TextStream&) = delete;
  TextStream(TextStream&&) = delete;
  TextStream& operator=(TextStream&&) = delete;

  /// Appends the next portion to `text`; false at the end.
  bool append_to(std::string& text);

  /// What had to be guessed so far, as a sentence; empty if nothing.
  [[nodiscard]] std::string doubt() const;

  /// The bytes are UTF-8, and so may be read as they are.
  [[nodiscard]] bool is_utf8() const { return converter_ == nullptr; }

 private:
  struct Converter;

  void append_utf8(std::string& text, bool at_end);

  sources::Delivery& delivery_;
  std::unique_ptr<Converter> converter_;
  std::string undecided_;  ///< the beginning of a letter whose other bytes are still to come
  std::size_t mended_ = 0;
  bool guessed_ = false;
  std::string charset_;
};

/// The encoding that a beginning shows by a byte order mark or by where its zeros lie ("utf-16le");
/// empty for all others.
[[nodiscard]] std::string_view wide_charset_of(std::string_view beginning);

}  // namespace factbox::reports
