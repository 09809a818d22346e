#include <fmt/format.h>

#include <CLI/App.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/page.h"
#include "cli/page_file.h"
#include "cli/result_file.h"
#include "factboxes/edits.h"
#include "outputs/factbox_json.h"
#include "outputs/outputs.h"

namespace factbox::cli {

namespace {

struct CompileOrder {
  PageOptions page;
  bool has_story = false;  ///< words or an id were given, perhaps none at all
  std::string as_of;       ///< a readable time, or empty
  std::string timezone = "UTC";
  std::string format = "text";
  std::string output;
  std::string title;     ///< instead of ours
  std::string previous;  ///< the file of the page that readers saw before
};

/// What a user says of a page that is made: its title, and the page before it.
Result<void> finish(const CompileOrder& order, factboxes::Factbox& page) {
  if (!order.title.empty()) {
    page.title = order.title;
    factboxes::note_words(page);
  }
  if (!order.previous.empty()) {
    FB_TRY(bytes, read_page_file(order.previous));
    const auto previous = outputs::read_factbox_json(bytes);
    if (!previous) {
      return tl::unexpected(
          Error{previous.error().kind, order.previous + ": " + previous.error().what});
    }
    factboxes::note_changes(page, *previous);
  }
  return {};
}

int compile(const CompileOrder& order, Surroundings& surroundings) {
  const auto fail = [&](const std::string& why, int status) {
    surroundings.messages << "factbox: " << why << '\n';
    return status;
  };
  if (order.has_story && order.page.order.story.find_first_not_of(' ') == std::string::npos) {
    return fail("--story is empty; write words of the story, or leave --story away", wrong_usage);
  }
  const auto format = outputs::find_format(order.format);
  if (!format) {
    return fail(format.error().what, wrong_usage);
  }
  const auto zone = Zone::read(order.timezone);
  if (!zone) {
    return fail("--timezone: " + zone.error().what, wrong_usage);
  }
  PageOptions options = order.page;
  options.order.timezone = *zone;
  if (!order.as_of.empty()) {
    const auto as_of = read_time(order.as_of);
    if (!as_of) {
      return fail(as_of.error().what, wrong_usage);
    }
    options.order.as_of = *as_of;
  }
  auto made = make_page(options, surroundings);
  if (!made) {
    return fail(made.error().why, made.error().status);
  }
  if (const auto finished = finish(order, made->page); !finished) {
    return fail(finished.error().what, exit_status_of(finished.error()));
  }
  outputs::OutputOptions printing;
  printing.timezone = *zone;
  const auto written =
      write_result(format->render(made->page, printing), order.output, surroundings.out);
  if (!written) {
    return fail(written.error().what, failed);
  }
  return made->troubled ? input_unusable : done;
}

}  // namespace

std::function<int()> add_compile(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<CompileOrder>();
  bind_paths(command, options->page.inputs);
  bind_narrowing(command, options->page.inputs);
  const auto* story = command.add_option(
      "--story", options->page.order.story,
      "The story, by words of its titles and reports, or by its id as `stories` prints "
      "it for the same reports; without it, all the reports given are one story");
  command.add_option("--as-of", options->as_of,
                     "The moment, or the day, month or year at whose end, the page stands");
  command
      .add_option("--timezone", options->timezone,
                  "In which zone days end and the page prints times: UTC, +03:30, Europe/Paris")
      ->capture_default_str();
  command.add_option("--length", options->page.order.length, "At most so many lines")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command
      .add_option("--min-confidence", options->page.order.min_confidence,
                  "Leaves out claims that were read less surely, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("--title", options->title, "The page's title, instead of one of ours");
  command
      .add_option("--previous", options->previous,
                  "The page (JSON) that readers saw before: the new one says what has changed")
      ->type_name("PAGE.json");
  bind_thorough(command, options->page.thorough);
  std::string formats;
  for (const auto& format : outputs::formats()) {
    formats += formats.empty() ? format.name : fmt::format(", {}", format.name);
  }
  command.add_option("--format", options->format, formats)->capture_default_str();
  command.add_option("--output", options->output,
                     "Write to this file, whole or not at all, instead of standard output");
  return [options, story, &surroundings] {
    options->has_story = story->count() > 0;
    return compile(*options, surroundings);
  };
}

}  // namespace factbox::cli
