#include "cli/inputs.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/instant.h"
#include "cli/commands.h"
#include "cli/typed_time.h"
#include "desk/threads.h"

namespace factbox::cli {

void bind_jobs(CLI::App& command, InputOptions& options) {
  options.jobs = desk::threads_of_this_machine();
  command
      .add_option("--jobs", options.jobs,
                  "How many reports to read at the same time (as many as this machine runs at "
                  "once, unless you say otherwise)")
      ->type_name("N")
      ->envname("FACTBOX_JOBS")
      ->check(CLI::Validator{CLI::Range(1U, 1024U)}.description(""));
}

void bind_paths(CLI::App& command, InputOptions& options) {
  command.add_option("REPORTS", options.paths, "Files and folders; - for standard input");
  bind_jobs(command, options);
  command.parse_complete_callback([&options] {
    if (options.paths.empty() && ::isatty(STDIN_FILENO) == 1) {
      throw CLI::RequiredError("REPORTS (a file, a folder, or - for standard input)");
    }
  });
}

void bind_narrowing(CLI::App& command, InputOptions& options) {
  const auto add = [&command](const char* name, std::vector<std::string>& values, const char* help,
                              const char* type) {
    command.add_option(name, values, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->group("Which reports count (each may be given again)");
  };
  add("--outlet", options.outlets, "Only reports of this outlet, by its name or domain", "NAME");
  add("--not-outlet", options.not_outlets, "No reports of this outlet", "NAME");
  add("--country", options.countries, "Only outlets seated in this country, by its ISO code",
      "CODE");
  add("--speaker", options.speakers, "Only what this speaker said, by any of his names", "NAME");
  command.add_option("--since", options.since, "Only reports published then or later")
      ->type_name("TIME")
      ->group("Which reports count (each may be given again)");
}

namespace {

Result<desk::IntakeOrder> order_of(const InputOptions& options,
                                   const reports::ReadingTables& tables) {
  desk::IntakeOrder order;
  order.paths = options.paths.empty() ? std::vector<std::string>{"-"} : options.paths;
  order.narrowing = {options.outlets, options.not_outlets, options.countries, {}, {}};
  if (!options.since.empty()) {
    FB_TRY(since, read_typed_time("--since", options.since, {tables.dates, Zone{}, now()}));
    order.narrowing.since = since.first;
  }
  order.jobs = options.jobs;
  return order;
}

}  // namespace

Result<desk::TakenIn> read_inputs(const InputOptions& options, const reports::ReadingTables& tables,
                                  desk::Listener& listener, const reports::ReadOptions& reading) {
  FB_TRY(order, order_of(options, tables));
  order.reading = reading;
  return desk::take_in(order, tables, listener);
}

bool can_stream(const InputOptions& options) {
  return options.outlets.empty() && options.not_outlets.empty() && options.speakers.empty();
}

Result<desk::StreamedIn> stream_inputs(const InputOptions& options,
                                       const reports::ReadingTables& tables,
                                       desk::Listener& listener,
                                       const reports::ReadOptions& reading,
                                       const std::function<void(reports::ReportPtr)>& take,
                                       const std::function<void()>& idle) {
  FB_TRY(order, order_of(options, tables));
  order.reading = reading;
  return desk::stream_counting(order, tables, listener, take, idle);
}

Result<desk::TakenIn> read_inputs_in(const desk::LanguageKnowledge& language,
                                     const InputOptions& options, desk::Listener& listener) {
  FB_TRY(order, order_of(options, *language.reading));
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

int status_of(const desk::StreamedIn& inputs) {
  if (inputs.troubled) {
    return input_unusable;
  }
  return inputs.reports == 0 ? nothing_found : done;
}

}  // namespace factbox::cli
