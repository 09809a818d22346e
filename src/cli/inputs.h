/// \file
/// The reports that a command works on: its paths, and the options that narrow them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/intake.h"
#include "desk/listener.h"
#include "reports/reading.h"

namespace CLI {
class App;
}  // namespace CLI

namespace factbox::cli {

/// What a user says about the reports, in the same words for every command.
struct InputOptions {
  std::vector<std::string> paths;  ///< files, folders, "-"; none: standard input
  std::vector<std::string> outlets, not_outlets, countries;
  std::vector<std::string> speakers;  ///< for the commands that know statements
  std::string since;                  ///< a time as it was typed, or empty
  unsigned jobs = 1;
};

/// Adds `--jobs` to a command.
void bind_jobs(CLI::App& command, InputOptions& options);

/// Adds the paths and `--jobs` to a command. No path at a terminal is wrong usage.
void bind_paths(CLI::App& command, InputOptions& options);

/// Adds `--outlet`, `--not-outlet`, `--country`, `--speaker` and `--since`.
void bind_narrowing(CLI::App& command, InputOptions& options);

/// Has the desk take in the reports that the options mean. Fails as conflict where `since` is no
/// time.
[[nodiscard]] Result<desk::TakenIn> read_inputs(const InputOptions& options,
                                                const reports::ReadingTables& tables,
                                                desk::Listener& listener,
                                                const reports::ReadOptions& reading = {});

/// Whether reports can be handed over as they are read, and needn't all be there first.
[[nodiscard]] bool can_stream(const InputOptions& options);

/// Has the desk hand over each report as soon as it is read; the first of those that are the same
/// report. `idle` is called where nothing is there to be taken for the moment.
[[nodiscard]] Result<desk::StreamedIn> stream_inputs(
    const InputOptions& options, const reports::ReadingTables& tables, desk::Listener& listener,
    const reports::ReadOptions& reading, const std::function<void(reports::ReportPtr)>& take,
    const std::function<void()>& idle = {});

/// As read_inputs(), of reports that are to be understood: those in other languages are left out.
[[nodiscard]] Result<desk::TakenIn> read_inputs_in(const desk::LanguageKnowledge& language,
                                                   const InputOptions& options,
                                                   desk::Listener& listener);

/// The exit status of a command that could do all that it was asked with what was taken in.
[[nodiscard]] int status_of(const desk::TakenIn& inputs);
[[nodiscard]] int status_of(const desk::StreamedIn& inputs);

}  // namespace factbox::cli
