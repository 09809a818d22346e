#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "desk/placing.h"
#include "desk/speakers.h"
#include "desk/threads.h"
#include "outputs/running_stories.h"
#include "stories/story_stream.h"

namespace factbox::cli {
namespace {

struct StoriesOptions {
  InputOptions inputs;
  outputs::StoryListing listing;
  bool table = false;
  bool assignments = false;
  bool events = false;
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
  Teller teller{surroundings.messages, messages_are_terminal()};
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
  std::shared_ptr<const readers::MeaningReader> meanings;
  if (std::any_of(reports.begin(), reports.end(),
                  [](const auto& report) { return desk::is_headline(*report); })) {
    auto loaded = load_meaning_reader(surroundings);
    if (!loaded) {
      return fail(loaded.error());
    }
    meanings = *std::move(loaded);
  }
  stories::StoryStream stream{language->stories};
  std::size_t told = 0;  // of the stream's events
  const auto placed = [&] {
    return outputs::PlacedReports{stream.stories(), stream.placements(), reports, stream.events()};
  };
  desk::place(reports, {language->reading->dates, meanings.get()},
              desk::Threads{options.inputs.jobs}, stream, [&] {
                teller.progress("finding stories", stream.placements().size(), reports.size());
                if (options.assignments || options.events) {
                  teller.clear();
                }
                if (options.assignments) {
                  surroundings.out << outputs::assignments_as_json_lines(placed(), told);
                } else if (options.events) {
                  surroundings.out << outputs::events_as_json_lines(placed(), told);
                }
                told = stream.events().size();
              });
  teller.clear();
  if (options.table) {
    auto listing = options.listing;
    listing.width = out_is_terminal() ? width_of_out() : listing.width;
    surroundings.out << outputs::stories_as_table(placed(), listing);
  } else if (!options.assignments && !options.events) {
    surroundings.out << outputs::stories_as_json_lines(placed(), options.listing);
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
  auto* table = command.add_flag("--table", options->table, "A table for people instead of JSON");
  const auto add_number = [&command](const char* name, std::size_t& value, const char* what) {
    command.add_option(name, value, what)
        ->type_name("N")
        ->check(CLI::Validator{CLI::Range(1, 1'000'000)}.description(""));
  };
  add_number("--top", options->listing.top, "Only so many stories, the largest");
  add_number("--min-reports", options->listing.min_reports, "Only stories of so many reports");
  auto* assignments =
      command
          .add_flag(
              "--assignments", options->assignments,
              "A line of JSON a report, as it was decided when it came, and one where it moves")
          ->excludes(table);
  command
      .add_flag("--events", options->events,
                "A line of JSON for stories that became one, or one that became several")
      ->excludes(table)
      ->excludes(assignments);
  return [options, &surroundings] { return find_stories(*options, surroundings); };
}

}  // namespace factbox::cli
