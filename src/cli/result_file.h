/// \file
/// Results that are written whole or not at all.
#pragma once

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

}  // namespace factbox::cli
