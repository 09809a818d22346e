/// \file
/// What help, manual pages and completion tell of the commands: read from their rows and from the
/// options that they bind, so that none can say what isn't there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"

namespace factbox::cli {

/// An option as it is told.
struct OptionTold {
  std::vector<std::string> names;    ///< "-o", "--output"
  std::string value;                 ///< what stands behind it: "FILE"; empty for a flag
  std::string what;                  ///< what it does, a sentence without its full stop
  std::vector<std::string> choices;  ///< the words that may stand behind it, where they are few
};

/// Options under one heading.
struct OptionGroup {
  std::string heading;
  std::vector<OptionTold> options;
};

/// The options of a command, its own first, those of every command last. An empty name: of none.
[[nodiscard]] std::vector<OptionGroup> options_told(std::string_view command,
                                                    const Surroundings& surroundings);

/// "-o, --output FILE".
[[nodiscard]] std::string as_typed(const OptionTold& option);

/// What the exit statuses mean, a line each.
[[nodiscard]] std::string exit_statuses_told();

/// `factbox help`, in lines of so many letters.
[[nodiscard]] std::string help_of_all(const Surroundings& surroundings, std::size_t width);

/// `factbox help COMMAND`: examples first.
[[nodiscard]] std::string help_of(const Command& command, const Surroundings& surroundings,
                                  std::size_t width);

}  // namespace factbox::cli
