#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/knowledge.h"
#include "cli/page.h"
#include "cli/page_file.h"
#include "cli/printing.h"
#include "cli/typed_time.h"
#include "factboxes/choice/choose.h"
#include "factboxes/edits.h"
#include "outputs/factbox_json.h"

namespace factbox::cli {

namespace {

struct CompileOrder {
  PageOptions page;
  bool all = false;        ///< nothing is left out for telling little news
  bool has_story = false;  ///< words or an id were given, perhaps none at all
  std::string as_of;       ///< a time as it was typed, or empty
  PrintingOptions printing;
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
  const auto printing = read_printing(order.printing);
  if (!printing) {
    return fail(printing.error().what, exit_status_of(printing.error()));
  }
  PageOptions options = order.page;
  options.order.timezone = printing->zone;
  options.order.length = order.all ? factboxes::kEveryLine : options.order.length;
  if (!order.as_of.empty()) {
    const auto as_of = read_typed_time("--as-of", order.as_of, printing->zone, surroundings);
    if (!as_of) {
      return fail(as_of.error().what, exit_status_of(as_of.error()));
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
  if (const auto written = print_page(made->page, *printing, surroundings); !written) {
    return fail(written.error().what, failed);
  }
  return made->troubled ? input_unusable : done;
}

}  // namespace

std::function<int()> add_compile(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<CompileOrder>();
  bind_paths(command, options->page.inputs);
  bind_narrowing(command, options->page.inputs);
  const auto* story =
      command
          .add_option("--story", options->page.order.story,
                      "The story, by words of its titles and reports, or by its id as stories "
                      "prints it for the same reports; without it, all the reports are one story")
          ->type_name("WORDS|ID");
  command
      .add_option("--as-of", options->as_of,
                  "As it was known then; a day, month or year means its end")
      ->type_name("TIME");
  auto* length = command
                     .add_option("--length", options->page.order.length,
                                 "At most so many lines (30 unless you say otherwise)")
                     ->type_name("N")
                     ->check(CLI::Validator{CLI::Range(1, 10'000)}.description(""));
  command
      .add_flag("--all", options->all,
                "Every claim that makes a line, also of little news; below the page stands what "
                "makes none, and why, as counts")
      ->excludes(length);
  command
      .add_option("--min-confidence", options->page.order.min_confidence,
                  "Leave out claims that were read less surely, 0 to 1 (0.5 unless you say "
                  "otherwise)")
      ->type_name("X")
      ->check(CLI::Validator{CLI::Range(0.0, 1.0)}.description(""));
  command.add_option("--title", options->title, "The page's title, instead of one of ours")
      ->type_name("WORDS");
  command
      .add_option("--previous", options->previous,
                  "The page that readers saw before: the new one says what has changed")
      ->type_name("PAGE.json");
  bind_thorough(command, options->page.thorough);
  bind_printing(command, options->printing, surroundings);
  return [options, story, &surroundings] {
    options->has_story = story->count() > 0;
    return compile(*options, surroundings);
  };
}

}  // namespace factbox::cli
