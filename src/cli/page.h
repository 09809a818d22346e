/// \file
/// From a command's paths and options to a page.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "factboxes/factbox.h"

namespace factbox::cli {

/// What a user asks of a page.
struct PageOptions {
  InputOptions inputs;
  std::string story;  ///< words or an id; empty: all the reports are one story
  std::string as_of;  ///< a readable time; empty: as of the newest report
  std::chrono::minutes timezone{0};
  std::size_t length = 30;  ///< lines at most
  double min_confidence = 0.5;
  bool thorough = false;  ///< the large network reads who said what
};

struct MadePage {
  factboxes::Factbox page;
  bool troubled = false;  ///< some input could not be used, as was said: exit status 3 in the end
};

/// Why there is no page, and the exit status that says so.
struct PageFailure {
  std::string why;
  int status = 0;
};

/// Reads the reports, takes them through all stages and compiles the page. What could not be used,
/// lines withheld by the check, and progress are said on the surroundings' messages.
[[nodiscard]] tl::expected<MadePage, PageFailure> make_page(const PageOptions& options,
                                                            Surroundings& surroundings);

}  // namespace factbox::cli
