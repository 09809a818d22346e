/// \file
/// The stage: from a report's words to what it mentions.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "mentions/figures/figure_words.h"
#include "mentions/mentions.h"
#include "mentions/names/name_words.h"
#include "mentions/numbers.h"
#include "mentions/times/time_words.h"
#include "reports/outlets.h"
#include "reports/report.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// The English words of this stage. Loaded once, then never changed.
struct MentionTables {
  NumberWords numbers;
  TimeWords times;
  FigureWords figures;
  NameWords names;
};

/// Loads the tables from the folder data/en. Fails as unavailable where a file is missing, as
/// malformed with file and line where a row makes no sense.
[[nodiscard]] Result<MentionTables> load_mention_tables(const std::filesystem::path& folder);

struct MentionOptions {
  /// Names beyond so many in one field are left out: no real report has as many.
  std::size_t max_names = 50'000;
};

/// Times, figures and names of `report`, in its text and in its title; pure, in linear time.
///
/// Each list is in the order of its passages: those of the text, then those of the title.
/// `text` and `title` are the analyses of the report's fields. Relative times are counted from
/// its publication, or from the day in its dateline; without either they stay unresolved.
[[nodiscard]] Mentions find_mentions(const reports::Report& report, const texts::Sheet& text,
                                     const texts::Sheet& title, const MentionTables& tables,
                                     const reports::Outlets& outlets,
                                     const MentionOptions& options = {});

}  // namespace factbox::mentions
