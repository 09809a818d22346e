/// \file
/// The reports of the one story that somebody means.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/listener.h"
#include "reports/report.h"
#include "stories/lexicon.h"

namespace factbox::desk {

/// Places the reports in running stories, in their order, and gives those of the story that
/// `words` (or an id) mean; names it and the next four to the listener. Fails as not_found, naming
/// the nearest five, where no story holds two thirds of the words.
[[nodiscard]] Result<std::vector<reports::ReportPtr>> pick_story(
    const std::string& words, const std::vector<reports::ReportPtr>& reports,
    std::shared_ptr<const stories::Lexicon> lexicon, Listener& listener);

/// How messages show a story: "  story-0123456789ab  Ferry sinks off Lisport (3 reports)\n".
[[nodiscard]] std::string as_line(const StoryShown& story);

}  // namespace factbox::desk
