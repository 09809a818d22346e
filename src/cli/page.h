/// \file
/// From a command's paths and options to a page.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "desk/page.h"
#include "factboxes/factbox.h"

namespace factbox::cli {

/// What a user asks of a page, and of which reports.
struct PageOptions {
  InputOptions inputs;
  desk::PageOrder order;
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

/// Reads the reports and has the desk make their page. What could not be used, lines withheld by
/// the check, and progress are said on the surroundings' messages.
[[nodiscard]] tl::expected<MadePage, PageFailure> make_page(const PageOptions& options,
                                                            Surroundings& surroundings);

}  // namespace factbox::cli
