#include <CLI/App.hpp>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "desk/speakers.h"
#include "outputs/running_stories.h"
#include "stories/story_stream.h"

namespace factbox::cli {
namespace {

struct StoriesOptions {
  InputOptions inputs;
  bool table = false;
  bool assignments = false;
};

int find_stories(const StoriesOptions& options, Surroundings& surroundings) {
  const auto fail = [&](const Error& error) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return failed;
  };
  const auto& speakers = options.inputs.speakers;
  const auto knowledge = load_knowledge(
      surroundings, speakers.empty() ? desk::Depth::stories : desk::Depth::statements);
  if (!knowledge) {
    return fail(knowledge.error());
  }
  Teller teller{surroundings.messages};
  const auto language = (*knowledge)->of("");
  auto inputs = read_inputs(options.inputs, (*knowledge)->reading(), teller);
  if (inputs && !speakers.empty() && !inputs->reports.empty()) {
    auto with =
        desk::with_speakers(inputs->reports, speakers, language, options.inputs.jobs, teller);
    if (with) {
      inputs->reports = *std::move(with);
    } else {
      inputs = tl::unexpected(std::move(with).error());
    }
  }
  if (!inputs) {
    surroundings.messages << "factbox: " << inputs.error().what << '\n';
    return exit_status_of(inputs.error());
  }
  const auto& reports = inputs->reports;
  stories::StoryStream stream{language->stories};
  for (const auto& report : reports) {
    static_cast<void>(stream.place(*report));
    if (!options.assignments) {
      continue;
    }
    const outputs::PlacedReports placed{stream.stories(), stream.placements(), reports};
    surroundings.out << outputs::assignment_as_json_line(
        placed, static_cast<std::uint32_t>(stream.placements().size() - 1));
  }
  const outputs::PlacedReports placed{stream.stories(), stream.placements(), reports};
  if (options.table) {
    surroundings.out << outputs::stories_as_table(placed);
  } else if (!options.assignments) {
    surroundings.out << outputs::stories_as_json_lines(placed);
  }
  surroundings.out.flush();
  if (!surroundings.out) {
    return fail({ErrorKind::io, "the results could not be written"});
  }
  return status_of(*inputs);
}

}  // namespace

std::function<int()> add_stories(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<StoriesOptions>();
  bind_paths(command, options->inputs);
  bind_narrowing(command, options->inputs);
  auto* table = command.add_flag("--table", options->table, "A table for people");
  command
      .add_flag("--assignments", options->assignments, "One line a report, as decided on arrival")
      ->excludes(table);
  return [options, &surroundings] { return find_stories(*options, surroundings); };
}

}  // namespace factbox::cli
