#include "cli/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/in_order.h"
#include "cli/knowledge.h"
#include "cli/pick_story.h"
#include "cli/result_file.h"
#include "desk/pipeline.h"
#include "desk/threads.h"
#include "factboxes/compile.h"
#include "reports/versions.h"
#include "stories/compile_story.h"

namespace factbox::cli {

namespace {

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

Result<std::unique_ptr<const readers::MeaningReader>> load_meanings(
    const Surroundings& surroundings) {
  FB_TRY(folder, find_minilm(surroundings.places, program_file()));
  FB_TRY(data, find_data(surroundings.places, program_file()));
  FB_TRY(reader, readers::MeaningReader::load(folder, data / "en" / "minilm.sha256"));
  return std::make_unique<const readers::MeaningReader>(std::move(reader));
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

/// The story's reports, each in the version that counts, in the order in which they are read.
Result<std::vector<reports::ReportPtr>> reports_of_story(std::vector<reports::ReportPtr> reports,
                                                         const PageOptions& options,
                                                         const desk::Knowledge& knowledge,
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
  return pick_story(options.story, reports, knowledge.stories, surroundings.messages);
}

}  // namespace

tl::expected<MadePage, PageFailure> make_page(const PageOptions& options,
                                              Surroundings& surroundings) {
  const auto fail = [](const Error& error, int status) {
    return tl::unexpected(PageFailure{error.what, status});
  };
  const auto moment = read_moment(options.as_of);
  if (!moment) {
    return fail(moment.error(), wrong_usage);
  }
  const auto knowledge = load_knowledge(surroundings, options.thorough);
  if (!knowledge) {
    return fail(knowledge.error(), failed);
  }
  // Loading takes as long as reading a few reports: side by side.
  auto loading = std::async(std::launch::async, [&] { return load_meanings(surroundings); });
  const auto& outlets = *(*knowledge)->outlets;
  const desk::Threads threads{options.inputs.jobs};
  auto inputs = read_inputs(options.inputs, *(*knowledge)->reading, surroundings.messages);
  factboxes::CompileOptions compiling;
  compiling.max_lines = options.length;
  compiling.min_confidence = options.min_confidence;
  compiling.timezone = options.timezone;
  if (*moment) {
    compiling.as_of = (*moment)->last;
    compiling.undated = leave_out_later(inputs.reports, (*moment)->past);
  }
  if (compiling.undated > 0) {
    surroundings.messages << fmt::format("factbox: {} reports without a date left out\n",
                                         compiling.undated);
  }
  const auto reports =
      reports_of_story(std::move(inputs.reports), options, **knowledge, surroundings);
  if (!reports) {
    return fail(reports.error(),
                inputs.troubled ? input_unusable : exit_status_of(reports.error()));
  }
  const auto read = read_all(*reports, *knowledge, options.inputs.jobs, surroundings.messages);
  const auto meanings = loading.get();
  if (!meanings) {
    return fail(meanings.error(), failed);
  }
  const auto story = stories::compile_story(read, outlets, *(*knowledge)->stories);
  auto compiled = factboxes::compile(
      story, read, {outlets, (*knowledge)->style, *(*knowledge)->stories, *(*meanings), threads},
      compiling);
  tell_withheld(compiled.withheld, surroundings.messages);
  return MadePage{std::move(compiled.page), inputs.troubled};
}

}  // namespace factbox::cli
