#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

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

/// Places reports as they come, and prints what was decided with each.
class Placing {
 public:
  Placing(const StoriesOptions& options, Surroundings& surroundings,
          std::shared_ptr<const desk::LanguageKnowledge> language, Teller& teller)
      : options_(options),
        surroundings_(surroundings),
        language_(std::move(language)),
        teller_(teller),
        stream_(language_->stories) {}

  void add(reports::ReportPtr report) { reports_.push_back(std::move(report)); }

  /// How many reports wait.
  [[nodiscard]] std::size_t waiting() const {
    return reports_.size() - stream_.placements().size();
  }

  /// Places what waits. The meaning of headlines is loaded with the first of them; an error then.
  Result<void> place_waiting() {
    const auto fresh = std::span{reports_}.subspan(stream_.placements().size());
    if (meanings_ == nullptr &&
        std::ranges::any_of(fresh, [](const auto& each) { return desk::is_headline(*each); })) {
      FB_TRY(loaded, load_meaning_reader(surroundings_));
      meanings_ = std::move(loaded);
    }
    desk::place(fresh, {language_->reading->dates, meanings_.get()},
                desk::Threads{options_.inputs.jobs}, stream_, [&] { tell_placed(); });
    surroundings_.out.flush();
    return {};
  }

  [[nodiscard]] outputs::PlacedReports placed() const {
    return {stream_.stories(), stream_.placements(), reports_, stream_.events()};
  }

 private:
  void tell_placed() {
    teller_.progress("finding stories", stream_.placements().size(), reports_.size());
    if (options_.assignments || options_.events) {
      teller_.clear();
    }
    if (options_.assignments) {
      surroundings_.out << outputs::assignments_as_json_lines(placed(), told_);
    } else if (options_.events) {
      surroundings_.out << outputs::events_as_json_lines(placed(), told_);
    }
    told_ = stream_.events().size();
  }

  const StoriesOptions& options_;
  Surroundings& surroundings_;
  std::shared_ptr<const desk::LanguageKnowledge> language_;
  Teller& teller_;
  std::vector<reports::ReportPtr> reports_;
  std::shared_ptr<const readers::MeaningReader> meanings_;
  stories::StoryStream stream_;
  std::size_t told_ = 0;  ///< of the stream's events
};

/// Places reports as soon as they are read, a portion at a time where many come at once.
Result<int> place_streaming(const StoriesOptions& options, const reports::ReadingTables& tables,
                            Teller& teller, Placing& placing) {
  constexpr std::size_t kPortion = 512;
  Result<void> placed;
  const auto place = [&] {
    if (placed && placing.waiting() > 0) {
      placed = placing.place_waiting();
    }
  };
  FB_TRY(inputs, stream_inputs(
                     options.inputs, tables, teller, {},
                     [&](reports::ReportPtr report) {
                       placing.add(std::move(report));
                       if (placing.waiting() >= kPortion) {
                         place();
                       }
                     },
                     place));
  place();
  if (!placed) {
    return tl::unexpected(placed.error());
  }
  return status_of(inputs);
}

/// Places reports once all of them are there, since who spoke in them, or what nobody publishes,
/// has to be found out first.
Result<int> place_gathered(const StoriesOptions& options, const reports::ReadingTables& tables,
                           const std::shared_ptr<const desk::LanguageKnowledge>& language,
                           Teller& teller, Placing& placing) {
  const auto& speakers = options.inputs.speakers;
  FB_TRY(inputs, read_inputs(options.inputs, tables, teller));
  if (!speakers.empty() && !inputs.reports.empty()) {
    FB_TRY(with,
           desk::with_speakers(inputs.reports, speakers, language, options.inputs.jobs, teller));
    inputs.reports = std::move(with);
  }
  for (const auto& report : inputs.reports) {
    placing.add(report);
  }
  if (auto placed = placing.place_waiting(); !placed) {
    return tl::unexpected(std::move(placed).error());
  }
  return status_of(inputs);
}

int find_stories(const StoriesOptions& options, Surroundings& surroundings) {
  const auto tell = [&](const Error& error) {
    surroundings.messages << "factbox: " << error.what << '\n';
  };
  const auto knowledge =
      load_knowledge(surroundings, options.inputs.speakers.empty() ? desk::Depth::stories
                                                                   : desk::Depth::statements);
  if (!knowledge) {
    tell(knowledge.error());
    return failed;
  }
  Teller teller{surroundings.messages, messages_are_terminal()};
  const auto language = (*knowledge)->of("");
  const auto& tables = (*knowledge)->reading();
  Placing placing{options, surroundings, language, teller};
  const auto status = can_stream(options.inputs)
                          ? place_streaming(options, tables, teller, placing)
                          : place_gathered(options, tables, language, teller, placing);
  if (!status) {
    tell(status.error());
    return exit_status_of(status.error());
  }
  teller.clear();
  if (options.table) {
    auto listing = options.listing;
    listing.width = out_is_terminal() ? width_of_out() : listing.width;
    surroundings.out << outputs::stories_as_table(placing.placed(), listing);
  } else if (!options.assignments && !options.events) {
    surroundings.out << outputs::stories_as_json_lines(placing.placed(), options.listing);
  }
  surroundings.out.flush();
  if (!surroundings.out) {
    tell({ErrorKind::io, "the results could not be written"});
    return failed;
  }
  return *status;
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
