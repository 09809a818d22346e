/// \file
/// From a story to its page.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/executor.h"
#include "factboxes/check.h"
#include "factboxes/compile_options.h"
#include "factboxes/factbox.h"
#include "factboxes/house_style.h"
#include "readers/minilm/meaning.h"
#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// A line that was made and then broke a rule.
struct Withheld {
  Finding finding;
  std::string text;
};

struct Compilation {
  Factbox page;
  std::vector<Withheld> withheld;
  std::vector<Finding> broken;  ///< of severity E, and no line can be withheld for them: such a
                                ///< page goes to nobody
};

/// What compiling goes by, and on which threads; owns nothing.
struct CompileTables {
  const reports::Outlets& outlets;
  const HouseStyle& style;
  const stories::Lexicon& lexicon;
  const readers::MeaningReader& meanings;
  const Executor& executor;
};

/// Compiles the page: chooses claims, trims and attributes them, arranges them in sections, and
/// checks the result; a line that breaks a rule of severity E is withheld and others are chosen in
/// its place, until the page breaks none. Where it still breaks one that names no line, a short
/// page is tried, of which less is asked.
///
/// `reports` is the span that the story's indexes count in; reports published after `as_of` must
/// not be in the story. Same input, same page, byte for byte.
[[nodiscard]] Compilation compile(const stories::Story& story,
                                  std::span<const statements::ReadReport> reports,
                                  const CompileTables& tables, const CompileOptions& options);

}  // namespace factbox::factboxes
