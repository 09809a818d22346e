#include "factboxes/compile.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/pick_story.h"
#include "cli/places.h"
#include "cli/result_file.h"
#include "cli/zone.h"
#include "desk/pipeline.h"
#include "outputs/outputs.h"
#include "reports/versions.h"
#include "stories/compile_story.h"

namespace factbox::cli {

namespace {

struct PageOptions {
  InputOptions inputs;
  std::string story;
  std::string as_of;
  std::string timezone = "UTC";
  std::string format = "text";
  std::string output;
  std::size_t length = 30;
  double min_confidence = 0.5;
};

/// Leaves out what a page as of a moment doesn't know: later reports, and those without a date.
std::uint32_t leave_out_later(std::vector<reports::ReportPtr>& reports, Instant past) {
  std::uint32_t undated = 0;
  std::erase_if(reports, [&](const reports::ReportPtr& report) {
    undated += report->published_at ? 0U : 1U;
    return !report->published_at || report->published_at->first >= past;
  });
  return undated;
}

/// Reads the reports through the stages, on all threads; says on `messages` how far it is where
/// that takes longer than a second.
std::vector<statements::ReadReport> read_all(const std::vector<reports::ReportPtr>& reports,
                                             std::shared_ptr<const desk::Knowledge> knowledge,
                                             unsigned jobs, std::ostream& messages) {
  std::vector<statements::ReadReport> read;
  read.reserve(reports.size());
  Progress progress{messages, "reports read", reports.size()};
  const auto make_worker = [&] {
    return [&, reader = std::make_shared<desk::ReportReader>(knowledge)](std::size_t index) {
      return reader->read(reports[index]);
    };
  };
  in_order(reports.size(), jobs, make_worker, [&](statements::ReadReport report) {
    read.push_back(std::move(report));
    progress.at(read.size());
  });
  return read;
}

void tell_withheld(const std::vector<factboxes::Withheld>& withheld, std::ostream& messages) {
  for (const auto& each : withheld) {
    messages << fmt::format("factbox: line {} withheld by rule {}: {}\n", each.finding.line,
                            each.finding.rule, each.finding.why);
  }
  if (!withheld.empty()) {
    messages << fmt::format("factbox: {} line{} withheld\n", withheld.size(),
                            withheld.size() == 1 ? "" : "s");
  }
}

Result<std::shared_ptr<const desk::Knowledge>> load(const Surroundings& surroundings) {
  FB_TRY(places, find_places(surroundings.places, program_file()));
  FB_TRY(knowledge, desk::load_knowledge(places.model, places.data, places.outlets));
  return std::make_shared<const desk::Knowledge>(std::move(knowledge));
}

/// The moment that the page is as of, and the first one behind it.
struct Moment {
  Instant last;
  Instant past;
};

Result<std::optional<Moment>> read_moment(const std::string& as_of) {
  if (as_of.empty()) {
    return std::nullopt;
  }
  FB_TRY(time, read_time(as_of));
  return Moment{time.past - std::chrono::seconds{1}, time.past};
}

/// What a user asks for, read and found sound.
struct Order {
  outputs::Format format;
  std::chrono::minutes zone{0};
  std::optional<Moment> moment;
};

Result<Order> read_order(const PageOptions& options) {
  FB_TRY(format, outputs::find_format(options.format));
  FB_TRY(zone, read_zone(options.timezone));
  FB_TRY(moment, read_moment(options.as_of));
  return Order{format, zone, moment};
}

/// The story's reports, each in the version that counts, in the order in which they are read.
Result<std::vector<reports::ReportPtr>> reports_of_story(std::vector<reports::ReportPtr> reports,
                                                         const PageOptions& options,
                                                         const Surroundings& surroundings) {
  reports = reports::part_versions(std::move(reports)).current;
  std::sort(reports.begin(), reports.end(),
            [](const auto& a, const auto& b) { return reports::earlier(*a, *b); });
  if (reports.empty()) {
    return tl::unexpected(Error{ErrorKind::not_found, "no report to compile a page from"});
  }
  if (options.story.empty()) {
    return reports;
  }
  FB_TRY(places, find_places(surroundings.places, program_file()));
  FB_TRY(lexicon, stories::Lexicon::load(places.data / "en"));
  return pick_story(options.story, reports,
                    std::make_shared<const stories::Lexicon>(std::move(lexicon)),
                    surroundings.messages);
}

/// Compiles the page and writes it, in the form that was ordered.
Result<void> compile_and_write(const std::vector<reports::ReportPtr>& reports,
                               const std::shared_ptr<const desk::Knowledge>& knowledge,
                               const factboxes::CompileOptions& compiling, const Order& order,
                               const PageOptions& options, Surroundings& surroundings) {
  const auto read = read_all(reports, knowledge, options.inputs.jobs, surroundings.messages);
  const auto story = stories::compile_story(read, *knowledge->outlets);
  const auto compiled =
      factboxes::compile(story, read, *knowledge->outlets, knowledge->style, compiling);
  tell_withheld(compiled.withheld, surroundings.messages);
  outputs::OutputOptions printing;
  printing.timezone = order.zone;
  return write_result(order.format.render(compiled.page, printing), options.output,
                      surroundings.out);
}

int make_page(const PageOptions& options, Surroundings& surroundings) {
  const auto fail = [&](const Error& error, int status) {
    surroundings.messages << "factbox: " << error.what << '\n';
    return status;
  };
  const auto order = read_order(options);
  if (!order) {
    return fail(order.error(), wrong_usage);
  }
  const auto knowledge = load(surroundings);
  if (!knowledge) {
    return fail(knowledge.error(), failed);
  }
  auto inputs = read_inputs(options.inputs, {*(*knowledge)->outlets}, surroundings.messages);
  factboxes::CompileOptions compiling;
  compiling.max_lines = options.length;
  compiling.min_confidence = options.min_confidence;
  compiling.timezone = order->zone;
  if (order->moment) {
    compiling.as_of = order->moment->last;
    compiling.undated = leave_out_later(inputs.reports, order->moment->past);
  }
  if (compiling.undated > 0) {
    surroundings.messages << fmt::format("factbox: {} reports without a date left out\n",
                                         compiling.undated);
  }
  const auto reports = reports_of_story(std::move(inputs.reports), options, surroundings);
  if (!reports) {
    return fail(reports.error(),
                inputs.troubled ? input_unusable : exit_status_of(reports.error()));
  }
  const auto written =
      compile_and_write(*reports, *knowledge, compiling, *order, options, surroundings);
  if (!written) {
    return fail(written.error(), failed);
  }
  return inputs.troubled ? input_unusable : done;
}

}  // namespace

std::function<int()> add_compile(CLI::App& command, Surroundings& surroundings) {
  auto options = std::make_shared<PageOptions>();
  bind_paths(command, options->inputs);
  bind_narrowing(command, options->inputs);
  command.add_option("--story", options->story,
                     "The story, by words of its titles and reports or by its id; without it, "
                     "all the reports given are one story");
  command.add_option("--as-of", options->as_of,
                     "The moment, or the day, month or year at whose end, the page stands");
  command
      .add_option("--timezone", options->timezone,
                  "In which zone the page prints times: UTC, +03:30, -5")
      ->capture_default_str();
  command.add_option("--length", options->length, "At most so many lines")
      ->check(CLI::Range(1, 200))
      ->capture_default_str();
  command
      .add_option("--min-confidence", options->min_confidence,
                  "Leaves out claims that were read less surely, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  std::string formats;
  for (const auto& format : outputs::formats()) {
    formats += formats.empty() ? format.name : fmt::format(", {}", format.name);
  }
  command.add_option("--format", options->format, formats)->capture_default_str();
  command.add_option("--output", options->output,
                     "Write to this file, whole or not at all, instead of standard output");
  return [options, &surroundings] { return make_page(*options, surroundings); };
}

}  // namespace factbox::cli
