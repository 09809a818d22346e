/// \file
#pragma once

#include <string>
#include <string_view>

namespace factbox {

/// The SHA-256 of `bytes` (FIPS 180-4), as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace factbox
