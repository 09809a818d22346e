/// \file
/// The terminal that somebody sits at, if there is one.
#pragma once

#include <cstddef>

namespace factbox::cli {

/// Standard output goes to a person's terminal.
[[nodiscard]] bool out_is_terminal();

/// Messages go to a person's terminal: progress may be shown there, as one line that is
/// overwritten.
[[nodiscard]] bool messages_are_terminal();

/// How many letters fit in a line of standard output; 80 where it is no terminal, so that what is
/// printed into a file doesn't depend on where that was done.
[[nodiscard]] std::size_t width_of_out();

/// The same of messages.
[[nodiscard]] std::size_t width_of_messages();

}  // namespace factbox::cli
