#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/terminal.h"
#include "cli/usage_errors.h"

namespace {

using factbox::cli::Surroundings;

/// The command that was named; empty: none.
std::string command_of(const CLI::App& program) {
  const auto named = program.get_subcommands();
  return named.empty() ? "" : named.front()->get_name();
}

/// Prints help or the version, or says what is wrong with the words; gives the exit status.
int explain(const CLI::App& program, const CLI::ParseError& error,
            const Surroundings& surroundings) {
  const auto command = command_of(program);
  if (error.get_name() == "CallForHelp") {
    const auto width = factbox::cli::width_of_out();
    const auto* row = factbox::cli::find_command(command);
    surroundings.out << (row == nullptr ? help_of_all(surroundings, width)
                                        : help_of(*row, surroundings, width));
    return factbox::cli::done;
  }
  if (error.get_name() == "CallForVersion") {
    surroundings.out << error.what() << '\n';
    return factbox::cli::done;
  }
  surroundings.messages << "factbox: "
                        << usage_told(error, command, program.remaining(true), surroundings)
                        << '\n';
  return factbox::cli::wrong_usage;
}

void add_places(CLI::App& program, factbox::cli::PlaceOptions& places) {
  program
      .add_option("--outlets", places.outlets,
                  "A table of outlets of your own, in the form of data/en/outlets.tsv")
      ->type_name("FILE")
      ->envname("FACTBOX_OUTLETS");
  program.add_option("--data", places.data, "The folder of the tables of words")
      ->type_name("DIR")
      ->envname("FACTBOX_DATA");
  program.add_option("--model", places.model, "The folder of the language model")
      ->type_name("DIR")
      ->envname("FACTBOX_MODEL");
  program
      .add_option("--minilm", places.minilm, "The folder of MiniLM, for pages and for --thorough")
      ->type_name("DIR")
      ->envname("FACTBOX_MINILM");
}

/// A table of outlets that isn't there is mostly a slip for the option beside it.
bool outlets_are_there(const Surroundings& surroundings) {
  const auto& file = surroundings.places.outlets;
  std::error_code why;
  if (file.empty() || std::filesystem::exists(file, why)) {
    return true;
  }
  surroundings.messages << "factbox: --outlets: there is no file “" << file
                        << "” with a table of outlets; for the reports of one outlet alone write "
                           "--outlet "
                        << file << '\n';
  return false;
}

int run(int count, const char* const* words) {
  CLI::App program{"", "factbox"};
  Surroundings surroundings{{}, std::cout, std::cerr, &program, {}};
  program.set_help_flag("-h,--help", "Tell what a command does and takes");
  program.set_version_flag("-V,--version", "factbox " FACTBOX_VERSION, "Tell the version");
  program.fallthrough();
  program.require_subcommand(0, 1);  // `factbox help compile` names one
  add_places(program, surroundings.places);
  std::function<int()> chosen;
  for (const auto& command : factbox::cli::all_commands()) {
    CLI::App* sub = program.add_subcommand(command.name, command.summary);
    sub->final_callback([&chosen, run = command.add(*sub, surroundings)] { chosen = run; });
  }
  try {
    program.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return explain(program, error, surroundings);
  }
  if (!chosen) {
    surroundings.messages << help_of_all(surroundings, factbox::cli::width_of_messages());
    return factbox::cli::wrong_usage;
  }
  return outlets_are_there(surroundings) ? chosen() : factbox::cli::wrong_usage;
}

}  // namespace

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  try {
    return run(count, words);
  } catch (const std::exception& error) {
    std::cerr << "factbox: " << error.what() << '\n';
    return factbox::cli::failed;
  }
}
