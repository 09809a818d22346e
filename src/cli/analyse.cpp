#include <fmt/format.h>

#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "desk/in_order.h"
#include "desk/pipeline.h"
#include "outputs/analysis_json.h"

namespace factbox::cli {

namespace {

/// What is printed of a report, and what is said about it.
struct Analysed {
  std::string line;
  std::vector<std::string> doubts;
};

Analysed analyse(const reports::ReportPtr& report, desk::ReportReader& reader) {
  const statements::ReadReport read = reader.read(report);
  Analysed analysed{outputs::analysis_json(read) + '\n', {}};
  for (const std::string& doubt : read.doubts) {
    analysed.doubts.push_back(
        fmt::format("factbox: {}: report {}: {}\n", report->path, report->id, doubt));
  }
  return analysed;
}

int run(const InputOptions& options, bool thorough, Surroundings& surroundings) {
  const auto fail = [&](const Error& error) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return failed;
  };
  const auto loaded = load_knowledge(surroundings, desk::Depth::statements, thorough);
  if (!loaded) {
    return fail(loaded.error());
  }
  const auto& knowledge = *loaded;
  Teller teller{surroundings.messages};
  const auto inputs = read_inputs(options, knowledge->reading(), teller);
  const auto language = knowledge->of("");
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(language)](std::size_t index) {
      return analyse(inputs.reports[index], *reader);
    };
  };
  desk::in_order(inputs.reports.size(), options.jobs, make_worker, [&](const Analysed& analysed) {
    surroundings.out << analysed.line;
    for (const std::string& doubt : analysed.doubts) {
      surroundings.messages << doubt;
    }
  });
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"});
  }
  if (inputs.troubled) {
    return input_unusable;
  }
  return inputs.reports.empty() ? nothing_found : done;
}

}  // namespace

std::function<int()> add_analyse(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<InputOptions>();
  bind_paths(command, *options);
  bind_narrowing(command, *options);
  auto thorough = std::make_shared<bool>(false);
  bind_thorough(command, *thorough);
  return [options, thorough, &surroundings] { return run(*options, *thorough, surroundings); };
}

}  // namespace factbox::cli
