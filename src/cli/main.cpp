#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <string>

#include "cli/commands.h"

namespace {

/// The exit status of what CLI11 threw: 0 for help that was asked for, 2 for wrong usage.
int explain(const CLI::App& program, const CLI::ParseError& error) {
  const int status = program.exit(error, std::cout, std::cerr);
  return status == 0 ? factbox::cli::done : factbox::cli::wrong_usage;
}

int run(int count, const char* const* words) {
  CLI::App program{"Reports go in; the page of what is known about a running story comes out.",
                   "factbox"};
  program.require_subcommand(1);
  program.set_version_flag("--version", "factbox " FACTBOX_VERSION);
  program.footer(
      "Each command has its own --help. Results go to standard output, messages to standard error. "
      "Exit status:\n0 done, 1 nothing found, 2 wrong usage, 3 some input could not be used, 4 the "
      "machine failed.");
  program.fallthrough();
  factbox::cli::Surroundings surroundings{{}, std::cout, std::cerr};
  program.add_option("--model", surroundings.places.model, "Folder of the language model")
      ->type_name("DIR");
  program.add_option("--data", surroundings.places.data, "Folder of the tables of words")
      ->type_name("DIR");
  program
      .add_option("--minilm", surroundings.places.minilm,
                  "Folder of MiniLM, for pages and for --thorough")
      ->type_name("DIR");
  program
      .add_option("--outlets", surroundings.places.outlets,
                  "A table of outlets of your own, in the form of data/en/outlets.tsv")
      ->type_name("FILE");
  std::function<int()> chosen;
  for (const auto& command : factbox::cli::all_commands()) {
    CLI::App* sub = program.add_subcommand(command.name, command.summary);
    sub->footer(std::string{"Examples:\n  "} + command.examples);
    sub->final_callback([&chosen, run = command.add(*sub, surroundings)] { chosen = run; });
  }
  try {
    program.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return explain(program, error);
  }
  return chosen();
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
