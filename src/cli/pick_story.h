/// \file
/// The reports of the one story that a user means.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "reports/report.h"
#include "stories/lexicon.h"

namespace factbox::cli {

/// Places the reports in running stories, in their order, and gives those of the story that
/// `words` (or an id) mean; names it and the next four on `messages`. Fails as not_found, naming
/// the nearest five, where no story holds two thirds of the words.
[[nodiscard]] Result<std::vector<reports::ReportPtr>> pick_story(
    const std::string& words, const std::vector<reports::ReportPtr>& reports,
    std::shared_ptr<const stories::Lexicon> lexicon, std::ostream& messages);

}  // namespace factbox::cli
