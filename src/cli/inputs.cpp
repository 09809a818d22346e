#include "cli/inputs.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/instant.h"
#include "cli/commands.h"
#include "desk/threads.h"

namespace factbox::cli {

std::string why_no_time(const std::string& words) {
  const auto time = read_time(words);
  return time ? "" : time.error().what;
}

void bind_paths(CLI::App& command, InputOptions& options) {
  options.jobs = desk::threads_of_this_machine();
  command
      .add_option("PATH", options.paths,
                  "Files with reports (JSON Lines, HTML, plain text; .gz and .zst too), folders of "
                  "them, or - for standard input")
      ->type_name("");
  command.add_option("--jobs", options.jobs, "How many reports to read at the same time")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U))
      ->capture_default_str();
  command.parse_complete_callback([&options] {
    if (options.paths.empty() && ::isatty(STDIN_FILENO) == 1) {
      throw CLI::RequiredError("PATH (a file, a folder, or - for standard input)");
    }
  });
}

void bind_narrowing(CLI::App& command, InputOptions& options) {
  const auto add = [&command](const char* name, std::vector<std::string>& values, const char* help,
                              const char* type) {
    command.add_option(name, values, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->group("Which reports count");
  };
  add("--outlet", options.outlets,
      "Only reports of this outlet, by its name or domain (may be given again)", "NAME");
  add("--not-outlet", options.not_outlets, "No reports of this outlet (may be given again)",
      "NAME");
  add("--country", options.countries,
      "Only outlets seated in this country, by its ISO code (may be given again)", "CODE");
  add("--speaker", options.speakers,
      "Only what this speaker said, by any of his names (may be given again)", "NAME");
  command.add_option("--since", options.since, "Only reports published then or later")
      ->type_name("TIME")
      ->check(CLI::Validator{why_no_time, "", "time"})
      ->group("Which reports count");
}

namespace {

desk::IntakeOrder order_of(const InputOptions& options) {
  desk::IntakeOrder order;
  order.paths = options.paths.empty() ? std::vector<std::string>{"-"} : options.paths;
  order.narrowing = {options.outlets, options.not_outlets, options.countries, {}, {}};
  if (const auto since = read_time(options.since)) {
    order.narrowing.since = since->first;
  }
  order.jobs = options.jobs;
  return order;
}

}  // namespace

Result<desk::TakenIn> read_inputs(const InputOptions& options, const reports::ReadingTables& tables,
                                  desk::Listener& listener, const reports::ReadOptions& reading) {
  auto order = order_of(options);
  order.reading = reading;
  return desk::take_in(order, tables, listener);
}

Result<desk::TakenIn> read_inputs_in(const desk::LanguageKnowledge& language,
                                     const InputOptions& options, desk::Listener& listener) {
  auto order = order_of(options);
  order.language = language.about;
  return desk::take_in(order, *language.reading, listener);
}

int status_of(const desk::TakenIn& inputs) {
  if (inputs.troubled) {
    return input_unusable;
  }
  if (inputs.reports.empty()) {
    return nothing_found;
  }
  return inputs.foreign > 0 ? input_unusable : done;
}

}  // namespace factbox::cli
