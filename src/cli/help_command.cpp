#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "cli/usage_errors.h"

namespace factbox::cli {
namespace {

int tell(const std::string& name, bool manual, Surroundings& surroundings) {
  const auto* command = find_command(name);
  if (command == nullptr && !name.empty()) {
    surroundings.messages << "factbox: " << no_such_command(name) << '\n';
    return wrong_usage;
  }
  const auto width = width_of_out();
  const auto help = [&] {
    return command == nullptr ? help_of_all(surroundings, width)
                              : help_of(*command, surroundings, width);
  };
  const auto told = manual ? manual_page(command, surroundings) : help();
  const auto written = write_result(told, "", surroundings.out);
  return written ? done : failed;
}

}  // namespace

std::function<int()> add_help(CLI::App& command, Surroundings& surroundings) {
  auto name = std::make_shared<std::string>();
  auto manual = std::make_shared<bool>(false);
  command.add_option("COMMAND", *name, "Which command");
  command.add_flag("--man", *manual, "As the source of a manual page (roff)");
  return [name, manual, &surroundings] { return tell(*name, *manual, surroundings); };
}

}  // namespace factbox::cli
