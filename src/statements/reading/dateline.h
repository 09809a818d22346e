/// \file
/// "TEHRAN (Reuters) -": where and by whom, before a report's first words.
#pragma once

#include <string>

#include "statements/reading/reading.h"

namespace factbox::statements {

struct Dateline {
  TokenRange tokens;   ///< with its dash; empty where the text has none
  std::string agency;  ///< in its brackets, as written
};

/// The dateline of a text; titles have none.
[[nodiscard]] Dateline dateline_of(const Reading& reading);

}  // namespace factbox::statements
