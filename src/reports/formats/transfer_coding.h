/// \file
/// Bytes that were made letters for the way (RFC 2045): base64 and quoted-printable.
#pragma once

#include <string>
#include <string_view>

namespace factbox::reports::formats {

/// The bytes behind base64; letters that it hasn't are skipped, and what is cut is left out.
[[nodiscard]] std::string from_base64(std::string_view letters);

/// The bytes behind quoted-printable; a "=" that codes nothing stays.
[[nodiscard]] std::string from_quoted_printable(std::string_view letters);

}  // namespace factbox::reports::formats
