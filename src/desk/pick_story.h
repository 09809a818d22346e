/// \file
/// The reports of the one story that somebody means.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/executor.h"
#include "base/result.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "reports/report.h"

namespace factbox::desk {

/// The reports that a story is looked for in.
struct Candidates {
  std::vector<reports::ReportPtr> arrived;  ///< all of them, in order of arrival
  std::vector<reports::ReportPtr> counted;  ///< those that a page may use, by reports::earlier
  std::vector<reports::ReportPtr> undated;  ///< those left out for want of a date
};

/// A story's reports, by reports::earlier, and how many of it were left out for want of a date.
struct PickedStory {
  std::string id;  ///< empty: all the reports
  std::vector<reports::ReportPtr> reports;
  std::uint32_t undated = 0;
};

/// Gives the reports of the story that `words` mean, and names it and the next four to the
/// listener.
///
/// Words are looked for in the stories in which the counted reports are placed by their dates, so
/// that the order of arrival never matters. An id is that of a story in which the reports are
/// placed as they arrived, as whoever reads a stream prints it; else of one placed by dates.
///
/// Fails as not_found, naming the nearest five and words of titles that are spelt alike, where no
/// story holds two thirds of the words.
[[nodiscard]] Result<PickedStory> pick_story(const std::string& words, const Candidates& candidates,
                                             const LanguageKnowledge& known,
                                             const Executor& executor, Listener& listener);

/// Takes all the counted reports for one story. Fails as conflict, naming the largest, where they
/// clearly tell many: from twenty reports on, none of which stories has a quarter of them.
[[nodiscard]] Result<PickedStory> take_all(const Candidates& candidates,
                                           const LanguageKnowledge& known, const Executor& executor,
                                           Listener& listener);

/// How messages show a story: "  story-0123456789ab  Ferry sinks off Lisport (3 reports)\n".
[[nodiscard]] std::string as_line(const StoryShown& story);

}  // namespace factbox::desk
