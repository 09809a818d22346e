/// \file
/// What the program needs of the machine: looked at by `factbox doctor`.
#pragma once

#include <string>

#include "base/result.h"

namespace factbox::cli {

// Each says in words what it found, or fails as unavailable with what is wrong and what to do.
[[nodiscard]] Result<std::string> look_at_this_folder();      ///< pages are written beside us
[[nodiscard]] Result<std::string> look_at_temporary_files();  ///< where TMPDIR says
[[nodiscard]] Result<std::string> look_at_memory();           ///< free, and allowed to us
[[nodiscard]] Result<std::string> look_at_processors();
[[nodiscard]] Result<std::string> look_at_letters();  ///< the terminal's are UTF-8
[[nodiscard]] Result<std::string> look_at_zones();    ///< the tz database
[[nodiscard]] Result<std::string> look_at_clock();    ///< for "now" and "today"

}  // namespace factbox::cli
