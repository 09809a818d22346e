/// \file
/// Options behind which one of few words stands.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"

namespace factbox::cli {

/// Adds such an option to a command. The words are taken in any case; another is wrong usage, and
/// those that there are, are named.
void bind_choice(CLI::App& command, const std::string& names, std::string& value,
                 const std::vector<std::string>& choices, const std::string& what,
                 Surroundings& surroundings);

}  // namespace factbox::cli
