/// \file
/// Text that was taken for windows-1252 when it was UTF-8, and encoded once more ("cafÃ©").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace factbox::reports {

/// The text with what was encoded twice put right, and in how many places.
struct PutRight {
  std::string text;
  std::size_t places = 0;
};

/// Puts right valid UTF-8 that was encoded twice.
///
/// Only where that is certain: several places read as UTF-8 once their letters are bytes again, and
/// hardly any other letter beyond ASCII is left; else nothing is altered (places is 0).
[[nodiscard]] PutRight put_right_double_encoding(std::string_view text);

}  // namespace factbox::reports
