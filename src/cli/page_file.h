/// \file
/// A page that was written before, read again.
#pragma once

#include <string>

#include "base/result.h"

namespace factbox::cli {

/// The bytes of a page's file, or of standard input ("-"). Fails as too_large where no page is so
/// large, and as the reading of files does.
[[nodiscard]] Result<std::string> read_page_file(const std::string& path);

}  // namespace factbox::cli
