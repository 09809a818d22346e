/// \file
/// The sub-commands: one file each, one row each in commands.cpp.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/places.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

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
  const CLI::App* program = nullptr;  ///< the whole command line, for help about it
  /// What may stand behind an option, where that is one of few words: for help and completion.
  std::map<const CLI::Option*, std::vector<std::string>> choices;
};

/// A line that somebody can type, and what it gives.
struct Example {
  const char* line;
  const char* gives;
};

/// A sub-command. `add` gives it its options and returns what runs it once they are read; that
/// returns the exit status. What it captures lives as long as the program.
struct Command {
  const char* name;
  const char* summary;  ///< what it does, as a sentence without its full stop
  const char* usage;    ///< what is typed behind its name
  std::vector<Example> examples;
  const char* notes;  ///< paragraphs below the options, parted by blank lines; may be empty
  std::function<int()> (*add)(CLI::App& command, Surroundings& surroundings);
};

/// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> all_commands();

/// The row of a command; none of that name: null.
[[nodiscard]] const Command* find_command(std::string_view name);

// The rows' functions, each in the file named after it.
[[nodiscard]] std::function<int()> add_stories(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_compile(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_check(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_render(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_analyse(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_trace(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_relate(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_extract(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_parse(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_demo(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_doctor(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_settings(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_completion(CLI::App& command, Surroundings& surroundings);
[[nodiscard]] std::function<int()> add_help(CLI::App& command, Surroundings& surroundings);

}  // namespace factbox::cli
