#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "desk/in_order.h"
#include "desk/pipeline.h"
#include "desk/speakers.h"
#include "outputs/analysis_json.h"

namespace factbox::cli {

namespace {

/// What is printed of a report, what is said about it, and who speaks in it.
struct Analysed {
  std::string line;
  std::vector<std::string> doubts;
  std::vector<std::string> speakers;
};

Analysed analyse(const reports::ReportPtr& report, const std::vector<std::string>& speakers,
                 desk::ReportReader& reader) {
  statements::ReadReport read = reader.read(report);
  Analysed analysed;
  if (!speakers.empty()) {
    analysed.speakers = desk::speakers_of(read);
  }
  if (speakers.empty() || desk::keep_speakers(read, speakers)) {
    analysed.line = outputs::analysis_json(read) + '\n';
  }
  analysed.doubts = std::move(read.doubts);
  return analysed;
}

int run(const InputOptions& options, bool thorough, Surroundings& surroundings) {
  const auto fail = [&](const Error& error, int status) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return status;
  };
  const auto knowledge = load_knowledge(surroundings, desk::Depth::statements, thorough);
  if (!knowledge) {
    return fail(knowledge.error(), failed);
  }
  Teller teller{surroundings.messages};
  const auto language = (*knowledge)->of("");
  const auto inputs = read_inputs_in(*language, options, teller);
  if (!inputs) {
    return fail(inputs.error(), exit_status_of(inputs.error()));
  }
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(language)](std::size_t index) {
      return analyse(inputs->reports[index], options.speakers, *reader);
    };
  };
  desk::SpeakersMet met{options.speakers};
  std::size_t done = 0;
  desk::in_order(inputs->reports.size(), options.jobs, make_worker, [&](const Analysed& analysed) {
    surroundings.out << analysed.line;
    for (const std::string& doubt : analysed.doubts) {
      teller.doubt(*inputs->reports[done], doubt);
    }
    met.meet(analysed.speakers);
    ++done;
  });
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"}, failed);
  }
  if (const auto told = met.tell(teller); !told && !inputs->reports.empty()) {
    return fail(told.error(), exit_status_of(told.error()));
  }
  return status_of(*inputs);
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
