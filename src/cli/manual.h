/// \file
/// Manual pages, from what help tells.
#pragma once

#include <string>

#include "cli/commands.h"

namespace factbox::cli {

/// The source of factbox(1), or of a command's page, factbox-compile(1), for man.
[[nodiscard]] std::string manual_page(const Command* command, const Surroundings& surroundings);

}  // namespace factbox::cli
