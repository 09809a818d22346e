/// \file
/// What is said about a command line that can't be understood.
#pragma once

#include <string>
#include <string_view>

#include "cli/commands.h"

namespace CLI {
class ParseError;
}  // namespace CLI

namespace factbox::cli {

/// "there is no command “complie”; did you mean “compile”?"
[[nodiscard]] std::string no_such_command(std::string_view name);

/// Why the words can't be understood, and what was probably meant. `command` is that which was
/// named, empty for none; `unknown` are the words that nothing takes.
[[nodiscard]] std::string usage_told(const CLI::ParseError& error, std::string_view command,
                                     const std::vector<std::string>& unknown,
                                     const Surroundings& surroundings);

}  // namespace factbox::cli
