/// \file
/// The sub-commands: one file each, one row each in commands.cpp.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <iosfwd>
#include <span>

#include "cli/places.h"

namespace factbox::cli {

/// Exit statuses that every command shares.
enum ExitStatus : int {
  done = 0,
  nothing_found = 1,
  wrong_usage = 2,
  input_unusable = 3,
  failed = 4
};

/// The status for an error that ended a command.
[[nodiscard]] ExitStatus exit_status_of(const Error& error);

/// What a command works with: results go to `out`, messages to `messages`.
struct Surroundings {
  PlaceOptions places;  ///< where the user says that the models and tables are
  std::ostream& out;
  std::ostream& messages;
};

/// A sub-command. `add` gives it its options and returns what runs it once they are read; that
/// returns the exit status. What it captures lives as long as the program.
struct Command {
  const char* name;
  const char* summary;
  const char* examples;  ///< at the end of its help, a line each
  std::function<int()> (*add)(CLI::App& command, Surroundings& surroundings);
};

/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> all_commands();

// The rows' functions, each in the file named after it.
[[nodiscard]] std::function<int()> add_extract(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_compile(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_render(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_check(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_demo(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_relate(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_stories(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_parse(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_analyse(CLI::App& command, Surroundings& surroundings);

}  // namespace factbox::cli
