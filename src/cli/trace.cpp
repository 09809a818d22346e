#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <vector>

#include "base/letters.h"
#include "cli/choices.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/knowledge.h"
#include "cli/page_file.h"
#include "cli/result_file.h"
#include "cli/teller.h"
#include "cli/terminal.h"
#include "cli/typed_time.h"
#include "desk/page.h"
#include "outputs/factbox_json.h"
#include "outputs/line_trace.h"
#include "outputs/source_graph.h"
#include "stories/source_graph.h"
#include "stories/words.h"

namespace factbox::cli {
namespace {

struct TraceOrder {
  InputOptions inputs;
  bool origins = false;
  std::string story;   ///< words or an id
  std::string as_of;   ///< a time as it was typed, or empty
  std::string line;    ///< words or an id of a page's lines; empty: all of them
  std::string format;  ///< "text", "json", "svg"; empty: by the ending of `output`, else text
  std::string output;  ///< a file; empty: standard output
  std::string timezone = "UTC";
};

Error misused(std::string what) {
  return {ErrorKind::conflict, std::move(what)};
}

/// The form that is asked for, by its name or the file's ending.
Result<std::string> format_of(const TraceOrder& order) {
  auto format = order.format;
  if (format.empty()) {
    const auto ending = in_small_letters(std::filesystem::path{order.output}.extension().string());
    format = ending == ".svg" ? "svg" : ending == ".json" ? "json" : "text";
  }
  if (format == "svg" && !order.origins) {
    return tl::unexpected(misused("--format svg draws who cites whom: say --origins too"));
  }
  return format;
}

/// `trace --origins "ferry talks" reports/`: a first word that is no path is the story.
void take_story_from_paths(TraceOrder& order) {
  auto& paths = order.inputs.paths;
  std::error_code why;
  if (order.story.empty() && paths.size() > 1 && paths.front() != "-" &&
      !std::filesystem::exists(paths.front(), why)) {
    order.story = paths.front();
    paths.erase(paths.begin());
  }
}

/// Who cites whom in the story that is meant.
Result<int> trace_origins(TraceOrder order, const std::string& format, const Zone& zone,
                          Surroundings& surroundings) {
  take_story_from_paths(order);
  desk::PageOrder wanted;
  wanted.timezone = zone;
  wanted.story = order.story;
  wanted.speakers = order.inputs.speakers;
  wanted.jobs = order.inputs.jobs;
  if (!order.as_of.empty()) {
    FB_TRY(as_of, read_typed_time("--as-of", order.as_of, zone, surroundings));
    wanted.as_of = as_of;
  }
  Teller teller{surroundings.messages, messages_are_terminal()};
  teller.progress("loading models", 0, 0);
  FB_TRY(knowledge, load_knowledge(surroundings, desk::Depth::pages, {}));
  const auto language = knowledge->of("");
  FB_TRY(inputs, read_inputs_in(*language, order.inputs, teller));
  const int status = status_of(inputs);
  FB_TRY(told, desk::story_of(wanted, std::move(inputs.reports), *knowledge, teller));
  teller.clear();
  const auto graph = stories::source_graph(told.story, told.read, *language->outlets);
  const outputs::TracedOrigins traced{told.story, graph, told.read, zone};
  const auto bytes = format == "svg"    ? outputs::origins_as_svg(traced)
                     : format == "json" ? outputs::origins_as_json(traced)
                                        : outputs::origins_as_text(traced);
  if (auto written = write_result(bytes, order.output, surroundings.out); !written) {
    return tl::unexpected(std::move(written).error());
  }
  return status;
}

/// True where a line has all words of `wanted`, or goes by it as its id.
bool is_meant(const factboxes::Line& line, const std::string& wanted) {
  if (line.id == wanted) {
    return true;
  }
  const auto has = stories::split_words(line.text);
  const auto asked = stories::split_words(wanted);
  return !asked.empty() && std::ranges::all_of(asked, [&](const stories::PlainWord& word) {
    return std::ranges::count(has, word.folded, &stories::PlainWord::folded) > 0;
  });
}

std::vector<const factboxes::Line*> lines_meant(const factboxes::Factbox& page,
                                                const std::string& wanted) {
  std::vector<const factboxes::Line*> lines;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      if (wanted.empty() || is_meant(line, wanted)) {
        lines.push_back(&line);
      }
    }
  }
  return lines;
}

/// What the lines of a page rest on.
Result<int> trace_lines(const TraceOrder& order, const std::string& format, const Zone& zone,
                        Surroundings& surroundings) {
  if (order.inputs.paths.size() > 1) {
    return tl::unexpected(misused(
        "one page at a time; to hold a page against its reports: factbox check PAGE.json REPORTS"));
  }
  const auto path = order.inputs.paths.empty() ? std::string{"-"} : order.inputs.paths.front();
  FB_TRY(bytes, read_page_file(path));
  auto read = outputs::read_edited_json(bytes);
  if (!read) {
    return tl::unexpected(Error{
        read.error().kind,
        fmt::format("{}: {}; a page is what factbox compile -o page.json writes, and for the graph "
                    "of reports say --origins",
                    path, read.error().what)});
  }
  for (const auto& note : read->notes) {
    surroundings.messages << "factbox: " << path << ": " << note << '\n';
  }
  const auto lines = lines_meant(read->page, order.line);
  if (lines.empty()) {
    return tl::unexpected(Error{
        ErrorKind::not_found,
        fmt::format("{}: no line has all of the words “{}”; without --line all lines are traced",
                    path, order.line)});
  }
  const outputs::TracedLines traced{read->page, lines, zone};
  const auto told =
      format == "json" ? outputs::traces_as_json_lines(traced) : outputs::traces_as_text(traced);
  if (auto written = write_result(told, order.output, surroundings.out); !written) {
    return tl::unexpected(std::move(written).error());
  }
  return read->troubled ? input_unusable : done;
}

int trace(const TraceOrder& order, Surroundings& surroundings) {
  const auto traced = [&]() -> Result<int> {
    FB_TRY(format, format_of(order));
    const auto zone = Zone::read(order.timezone);
    if (!zone) {
      return tl::unexpected(misused("--timezone: " + zone.error().what));
    }
    return order.origins ? trace_origins(order, format, *zone, surroundings)
                         : trace_lines(order, format, *zone, surroundings);
  }();
  if (!traced) {
    surroundings.messages << "factbox: " << traced.error().what << '\n';
    return exit_status_of(traced.error());
  }
  return *traced;
}

}  // namespace

std::function<int()> add_trace(CLI::App& command, Surroundings& surroundings) {
  auto order = std::make_shared<TraceOrder>();
  bind_paths(command, order->inputs);
  bind_narrowing(command, order->inputs);
  auto* origins = command.add_flag("--origins", order->origins,
                                   "Of REPORTS: which outlets have their news from which others");
  command
      .add_option("--story", order->story,
                  "With --origins: the story, by words of its titles and reports, or by its id; "
                  "without it, all the reports are one story")
      ->type_name("WORDS|ID")
      ->needs(origins);
  command
      .add_option("--as-of", order->as_of,
                  "With --origins: as it was known then; a day, month or year means its end")
      ->type_name("TIME")
      ->needs(origins);
  command
      .add_option("--line", order->line,
                  "Of PAGE.json: only the lines with all of these words, or the one of this id")
      ->type_name("WORDS|ID")
      ->excludes(origins);
  bind_choice(command, "-f,--format", order->format, {"text", "json", "svg"},
              "text; json, for programs (of a page, a line of JSON a line); svg, a drawing of who "
              "cites whom. Without it the ending of the output file decides, else it is text",
              surroundings);
  command
      .add_option("-o,--output", order->output,
                  "Write to this file, whole or not at all, instead of printing")
      ->type_name("FILE");
  command
      .add_option("--timezone", order->timezone,
                  "The zone of the times that are printed: UTC (unless you say otherwise), +03:30, "
                  "Europe/Paris")
      ->type_name("ZONE")
      ->envname("FACTBOX_TIMEZONE");
  return [order, &surroundings] { return trace(*order, surroundings); };
}

}  // namespace factbox::cli
