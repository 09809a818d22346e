#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "cli/typed_time.h"
#include "reports/report_line.h"
#include "sources/trouble.h"

namespace factbox::cli {

namespace {

struct ExtractOptions {
  InputOptions inputs;
  reports::ReadOptions reading;
};

int fail(Surroundings& surroundings, const Error& error) {
  surroundings.messages << "factbox: " << sources::printable(error.what) << '\n';
  return exit_status_of(error);
}

/// A time as ISO 8601 writes it, as exactly as it was typed.
std::string as_reports_print(const PrintedTime& time) {
  constexpr std::size_t kMonth = 7;  // letters of "2026-04"
  std::string day = to_iso_day(time.first);
  switch (time.precision) {
    case Precision::second:
      return to_iso(time.first);
    case Precision::day:
      return day;
    case Precision::month:
      return day.substr(0, kMonth);
    case Precision::year:
      return day.substr(0, 4);
  }
  return day;
}

int extract(const ExtractOptions& options, Surroundings& surroundings) {
  const auto knowledge = load_knowledge(surroundings, desk::Depth::reports);
  if (!knowledge) {
    return fail(surroundings, knowledge.error());
  }
  Teller teller{surroundings.messages, messages_are_terminal()};
  auto reading = options.reading;
  if (!reading.published.empty() && !read_time(reading.published)) {
    const auto typed = read_typed_time("--published", reading.published, Zone{}, surroundings);
    if (!typed) {
      return fail(surroundings, typed.error());
    }
    reading.published = as_reports_print(*typed);
  }
  const auto inputs = stream_inputs(options.inputs, (*knowledge)->reading(), teller, reading,
                                    [&](const reports::ReportPtr& report) {
                                      teller.clear();
                                      surroundings.out << reports::report_line(*report) << '\n';
                                      surroundings.out.flush();
                                    });
  if (!inputs) {
    return fail(surroundings, inputs.error());
  }
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail(surroundings, {ErrorKind::io, "the reports could not be written"});
  }
  return status_of(*inputs);
}

/// An address belongs to one report.
bool addresses_one(const ExtractOptions& options) {
  const auto& paths = options.inputs.paths;
  std::error_code why;
  return options.reading.url.empty() || paths.empty() ||
         (paths.size() == 1 && !std::filesystem::is_directory(paths[0], why));
}

}  // namespace

std::function<int()> add_extract(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<ExtractOptions>();
  bind_paths(command, options->inputs);
  const auto add = [&command](const char* name, std::string& value, const char* help,
                              const char* type) {
    command.add_option(name, value, help)->type_name(type)->group("What the input doesn't say");
  };
  add("--url", options->reading.url, "The address of the one report given", "URL");
  add("--outlet", options->reading.outlet, "Who published the reports", "NAME");
  add("--published", options->reading.published, "When they were published", "TIME");
  add("--lang", options->reading.lang, "Their language", "CODE");
  return [options, &surroundings] {
    if (!addresses_one(*options)) {
      surroundings.messages
          << "factbox: --url is the address of one report; name one file with it\n";
      return static_cast<int>(wrong_usage);
    }
    return extract(*options, surroundings);
  };
}

}  // namespace factbox::cli
