#include "cli/commands.h"

#include <array>

namespace factbox::cli {

ExitStatus exit_status_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::malformed:
    case ErrorKind::unsupported:
    case ErrorKind::too_large:
      return input_unusable;
    case ErrorKind::not_found:
      return nothing_found;
    case ErrorKind::conflict:
    case ErrorKind::unavailable:
    case ErrorKind::io:
      return failed;
  }
  return failed;
}

std::span<const Command> all_commands() {
  static constexpr std::array kCommands{
      Command{"compile", "Make the page of what is known from the reports of a story",
              &add_compile},
      Command{"check", "Check a page against the rules and its reports", &add_check},
      Command{"parse", "Print words with their tags, lemmas, heads and names", &add_parse},
      Command{"analyse", "Print who said what, and the times, figures and names of each report",
              &add_analyse},
      Command{"demo", "Compile the bundled sample: print its page, and write it for a browser",
              &add_demo},
  };
  return kCommands;
}

}  // namespace factbox::cli
