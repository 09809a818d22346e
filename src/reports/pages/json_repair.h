/// \file
/// JSON as editors and their systems leave it in pages.
#pragma once

#include <string>
#include <string_view>

namespace factbox::reports::pages {

/// The documents in `words` as one list of well-formed JSON, as far as that can be guessed: without
/// CDATA marks, comments and what stands before and after; without commas and semicolons too many;
/// with escapes that JSON knows, quotation marks inside of strings escaped, and what was cut off
/// closed. Linear; what can't be saved is still no JSON.
[[nodiscard]] std::string repaired_json(std::string_view words);

}  // namespace factbox::reports::pages
