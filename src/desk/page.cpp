#include "desk/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "desk/pick_story.h"
#include "desk/pipeline.h"
#include "desk/threads.h"
#include "reports/versions.h"
#include "stories/compile_story.h"

namespace factbox::desk {

namespace {

const reports::Report& report_of(const reports::ReportPtr& report) {
  return *report;
}
const reports::Report& report_of(const statements::ReadReport& read) {
  return *read.report;
}

/// Leaves out what a page as of a moment doesn't know: later reports, and those without a date.
template <class Reports>
std::uint32_t leave_out_later(Reports& reports, Instant past) {
  std::uint32_t undated = 0;
  std::erase_if(reports, [&](const auto& one) {
    const auto& published = report_of(one).published_at;
    undated += published ? 0U : 1U;
    return !published || published->first >= past;
  });
  return undated;
}

/// What is asked of the page, after the reports were left out that it doesn't know.
template <class Reports>
factboxes::CompileOptions options_of(const PageOrder& order, Reports& reports, Listener& listener) {
  factboxes::CompileOptions options;
  options.max_lines = order.length;
  options.min_confidence = order.min_confidence;
  options.timezone = order.timezone;
  if (order.as_of) {
    options.as_of = order.as_of->past - std::chrono::seconds{1};
    options.undated = leave_out_later(reports, order.as_of->past);
  }
  if (options.undated > 0) {
    listener.note(fmt::format("{} report{} without a date left out", options.undated,
                              options.undated == 1 ? "" : "s"));
  }
  return options;
}

Result<std::shared_ptr<const LanguageKnowledge>> knowledge_for(const PageOrder& order,
                                                               const Knowledge& knowledge) {
  auto known = knowledge.of(order.lang);
  if (!known) {
    return tl::unexpected(
        Error{ErrorKind::unsupported, fmt::format("no page can be made in \"{}\"", order.lang)});
  }
  return known;
}

/// The story's reports, each in the version that counts, in the order in which they are read.
Result<std::vector<reports::ReportPtr>> reports_of_story(std::vector<reports::ReportPtr> reports,
                                                         const std::string& story,
                                                         const LanguageKnowledge& knowledge,
                                                         Listener& listener) {
  reports = reports::part_versions(std::move(reports)).current;
  std::ranges::sort(reports, [](const auto& a, const auto& b) { return reports::earlier(*a, *b); });
  if (reports.empty()) {
    return tl::unexpected(Error{ErrorKind::not_found, "no report to compile a page from"});
  }
  if (story.empty()) {
    return reports;
  }
  return pick_story(story, reports, knowledge.stories, listener);
}

factboxes::Compilation compiled(const PageOrder& order, const factboxes::CompileOptions& options,
                                std::span<const statements::ReadReport> read,
                                const LanguageKnowledge& known, Listener& listener) {
  const auto story = stories::compile_story(read, *known.outlets, *known.stories);
  const Threads threads{order.jobs};
  auto compiled = factboxes::compile(
      story, read, {*known.outlets, known.style, *known.stories, *known.meanings, threads},
      options);
  for (const auto& line : compiled.withheld) {
    listener.withheld(line);
  }
  return compiled;
}

}  // namespace

Result<factboxes::Compilation> page_of(const PageOrder& order,
                                       std::vector<reports::ReportPtr> reports,
                                       const Knowledge& knowledge, Listener& listener) {
  FB_TRY(known, knowledge_for(order, knowledge));
  const auto options = options_of(order, reports, listener);
  FB_TRY(chosen, reports_of_story(std::move(reports), order.story, *known, listener));
  const auto read = read_all(chosen, known, order.jobs, listener);
  return compiled(order, options, read, *known, listener);
}

Result<factboxes::Compilation> page_of_read(const PageOrder& order,
                                            std::vector<statements::ReadReport> read,
                                            const Knowledge& knowledge, Listener& listener) {
  FB_TRY(known, knowledge_for(order, knowledge));
  const auto options = options_of(order, read, listener);
  if (read.empty()) {
    return tl::unexpected(Error{ErrorKind::not_found, "no report to compile a page from"});
  }
  std::ranges::sort(
      read, [](const auto& a, const auto& b) { return reports::earlier(*a.report, *b.report); });
  return compiled(order, options, read, *known, listener);
}

}  // namespace factbox::desk
