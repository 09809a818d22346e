/// \file
/// In which form a page is printed, and where to: the same options for every command that does.
#pragma once

#include <string>

#include "base/result.h"
#include "base/zone.h"
#include "cli/commands.h"
#include "factboxes/factbox.h"
#include "outputs/outputs.h"

namespace factbox::cli {

/// As a user says it.
struct PrintingOptions {
  std::string format;  ///< empty: by the ending of `output`, else text
  std::string timezone = "UTC";
  std::string output;  ///< a file; empty: standard output
};

/// Adds `--format`, `--output` and `--timezone` to a command.
void bind_printing(CLI::App& command, PrintingOptions& options, Surroundings& surroundings);

/// What the options mean.
struct Printing {
  outputs::Format format;
  Zone zone;
  std::string file;  ///< empty: standard output
};

/// Fails as conflict, which is wrong usage, for a form or a zone that there isn't.
[[nodiscard]] Result<Printing> read_printing(const PrintingOptions& options);

/// Writes the page, to a file whole or not at all. Fails as io.
[[nodiscard]] Result<void> print_page(const factboxes::Factbox& page, const Printing& printing,
                                      Surroundings& surroundings);

}  // namespace factbox::cli
