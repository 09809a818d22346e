#include "desk/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "desk/pick_story.h"
#include "desk/pipeline.h"
#include "desk/speakers.h"
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

std::string counted(std::size_t reports) {
  return fmt::format("{} report{}", reports, reports == 1 ? "" : "s");
}

/// Parts the reports into those that a page as of a moment may use, each in the version that
/// counts, and those that it leaves out for want of a date.
Candidates candidates_of(std::vector<reports::ReportPtr> reports,
                         const std::optional<PrintedTime>& as_of) {
  Candidates candidates;
  candidates.arrived = reports;
  if (as_of) {
    std::erase_if(reports, [&](const reports::ReportPtr& report) {
      return report->published_at && report->published_at->first >= as_of->past;
    });
  }
  candidates.counted = reports::part_versions(std::move(reports)).current;
  std::ranges::sort(candidates.counted,
                    [](const auto& a, const auto& b) { return reports::earlier(*a, *b); });
  if (as_of) {
    const auto dated = [](const reports::ReportPtr& report) {
      return report->published_at.has_value();
    };
    const auto undated = std::ranges::stable_partition(candidates.counted, dated);
    candidates.undated.assign(undated.begin(), undated.end());
    candidates.counted.erase(undated.begin(), undated.end());
  }
  return candidates;
}

/// The moment that a page as of `as_of` may claim: no later than the newest of the reports goes. So
/// it is the same whether or not later ones have come.
template <class Reports>
Instant moment_of(const PrintedTime& as_of, const Reports& counted) {
  constexpr std::chrono::seconds kInstant{1};
  std::optional<Instant> newest;
  for (const auto& report : counted) {
    newest = std::max(newest, std::optional{report_of(report).published_at->past - kInstant});
  }
  return newest ? std::min(*newest, as_of.past - kInstant) : as_of.past - kInstant;
}

/// Why none of a story's claims makes a line.
Error no_line(const stories::Story& story, std::span<const statements::ReadReport> read,
              const factboxes::Compilation& compiled, double min_confidence) {
  const auto unsure = static_cast<std::size_t>(
      std::ranges::count_if(story.claims, [&](const stories::Claim& claim) {
        const auto ref = claim.representative;
        return read[ref.report].statements[ref.statement].confidence < min_confidence;
      }));
  std::set<std::uint32_t> rules;
  for (const auto& line : compiled.withheld) {
    rules.insert(line.finding.rule);
  }
  const auto withheld = compiled.withheld.size();
  const auto others = story.claims.size() - std::min(story.claims.size(), unsure + withheld);
  std::vector<std::string> why;
  if (unsure > 0) {
    why.push_back(fmt::format("{} read less surely than {}", unsure, min_confidence));
  }
  if (withheld > 0) {
    why.push_back(fmt::format("{} withheld by rule {}", withheld, fmt::join(rules, ", ")));
  }
  if (others > 0) {
    why.push_back(fmt::format(
        "{} no whole sentence of news that is understood alone, with a source in words", others));
  }
  return {ErrorKind::not_found,
          fmt::format("no page: of {} report{} {} claim{} read, and none makes a line{}{}",
                      read.size(), read.size() == 1 ? "" : "s", story.claims.size(),
                      story.claims.size() == 1 ? " was" : "s were", why.empty() ? "" : ": ",
                      fmt::join(why, "; "))};
}

/// A page that breaks a rule of severity E, whichever line is left out, goes to nobody.
Error breaks_rules(const std::vector<factboxes::Finding>& broken) {
  std::string why = "no page: it would break";
  for (const auto& finding : broken) {
    why += fmt::format("{} rule {} ({})", &finding == &broken.front() ? "" : ",", finding.rule,
                       finding.why);
  }
  return {ErrorKind::not_found, std::move(why)};
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

std::optional<PrintedTime> as_of_of(const PageOrder& order) {
  return order.as_of ? std::optional{order.timezone.here(*order.as_of)} : std::nullopt;
}

/// Leaves of each report what the speakers asked for said.
Result<void> keep_asked(const PageOrder& order, std::vector<statements::ReadReport>& read,
                        Listener& listener) {
  if (order.speakers.empty()) {
    return {};
  }
  SpeakersMet met{order.speakers};
  for (auto& report : read) {
    met.meet(speakers_of(report));
    keep_speakers(report, order.speakers);
  }
  return met.tell(listener);
}

/// The story as what was read tells it; `id` is its own where it has one.
ReadStory joined(std::vector<statements::ReadReport> read, const std::string& id,
                 const LanguageKnowledge& known, Listener& listener) {
  listener.progress("joining what is told twice", 0, 0);
  auto story = stories::compile_story(read, *known.outlets, *known.stories);
  if (!id.empty()) {
    story.id = id;
  }
  return {std::move(read), std::move(story), 0, std::nullopt};
}

void note_undated(std::uint32_t undated, Listener& listener) {
  if (undated > 0) {
    listener.note(fmt::format("{} of the story without a date left out", counted(undated)));
  }
}

/// The story's page, if it holds a line and breaks no rule that is nobody's line's fault.
Result<factboxes::Compilation> compiled(const PageOrder& order, const ReadStory& told,
                                        const LanguageKnowledge& known, Listener& listener) {
  factboxes::CompileOptions options;
  options.max_lines = order.length;
  options.min_confidence = order.min_confidence;
  options.timezone = order.timezone;
  options.undated = told.undated;
  options.as_of = told.as_of;
  const Threads threads{order.jobs};
  listener.progress("choosing lines", 0, 0);
  auto compiled = factboxes::compile(
      told.story, told.read,
      {*known.outlets, known.style, *known.stories, *known.meanings, threads}, options);
  for (const auto& line : compiled.withheld) {
    listener.withheld(line);
  }
  if (compiled.page.sections.empty()) {
    return tl::unexpected(no_line(told.story, told.read, compiled, options.min_confidence));
  }
  if (!compiled.broken.empty()) {
    return tl::unexpected(breaks_rules(compiled.broken));
  }
  return compiled;
}

}  // namespace

Result<ReadStory> story_of(const PageOrder& order, std::vector<reports::ReportPtr> reports,
                           const Knowledge& knowledge, Listener& listener) {
  FB_TRY(known, knowledge_for(order, knowledge));
  const auto as_of = as_of_of(order);
  const auto candidates = candidates_of(std::move(reports), as_of);
  if (candidates.counted.empty()) {
    return tl::unexpected(
        Error{ErrorKind::not_found,
              candidates.undated.empty()
                  ? std::string{"no report to compile a page from"}
                  : fmt::format("no report to compile a page from: {} without a date left out",
                                counted(candidates.undated.size()))});
  }
  FB_TRY(chosen, order.story.empty()
                     ? take_all(candidates, *known, Threads{order.jobs}, listener)
                     : pick_story(order.story, candidates, *known, Threads{order.jobs}, listener));
  note_undated(chosen.undated, listener);
  auto read = read_all(chosen.reports, known, order.jobs, listener);
  if (auto kept = keep_asked(order, read, listener); !kept) {
    return tl::unexpected(std::move(kept).error());
  }
  auto told = joined(std::move(read), chosen.id, *known, listener);
  told.undated = chosen.undated;
  if (as_of) {
    told.as_of = moment_of(*as_of, candidates.counted);
  }
  return told;
}

Result<factboxes::Compilation> page_of(const PageOrder& order,
                                       std::vector<reports::ReportPtr> reports,
                                       const Knowledge& knowledge, Listener& listener) {
  FB_TRY(known, knowledge_for(order, knowledge));
  FB_TRY(told, story_of(order, std::move(reports), knowledge, listener));
  return compiled(order, told, *known, listener);
}

Result<factboxes::Compilation> page_of_read(const PageOrder& order,
                                            std::vector<statements::ReadReport> read,
                                            const Knowledge& knowledge, Listener& listener) {
  FB_TRY(known, knowledge_for(order, knowledge));
  std::uint32_t undated = 0;
  std::optional<Instant> moment;
  if (const auto as_of = as_of_of(order)) {
    std::erase_if(read, [&](const statements::ReadReport& one) {
      const auto& published = report_of(one).published_at;
      undated += published ? 0U : 1U;
      return !published || published->first >= as_of->past;
    });
    moment = moment_of(*as_of, read);
  }
  note_undated(undated, listener);
  if (read.empty()) {
    return tl::unexpected(Error{ErrorKind::not_found, "no report to compile a page from"});
  }
  std::ranges::sort(
      read, [](const auto& a, const auto& b) { return reports::earlier(*a.report, *b.report); });
  if (auto kept = keep_asked(order, read, listener); !kept) {
    return tl::unexpected(std::move(kept).error());
  }
  auto told = joined(std::move(read), {}, *known, listener);
  told.undated = undated;
  told.as_of = moment;
  return compiled(order, told, *known, listener);
}

}  // namespace factbox::desk
