/// \file
/// The bytes around a kept value: what it is, its version, its length, and whether it is whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factbox::codec {

/// A kind of value, and the version of its form that this program writes and reads.
struct Kind {
  std::string_view magic;  ///< four bytes
  std::string_view name;   ///< as messages print it: "read report"
  std::uint16_t version = 1;
};

/// The bytes that seal() puts before a body.
inline constexpr std::size_t kEnvelopeBytes = 16;

/// Puts magic, version, length and checksum before `body`, which is shorter than 4 GiB (asserted).
[[nodiscard]] std::string seal(const Kind& kind, std::string_view body);

/// The body of what seal() made; it lives as long as `bytes`. Fails as unsupported where the
/// version is another, as malformed where the bytes are no such value, were cut short, or are not
/// those that were written.
[[nodiscard]] Result<std::string_view> open(const Kind& kind, std::string_view bytes);

}  // namespace factbox::codec
