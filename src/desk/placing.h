/// \file
/// Reports placed in running stories, with all that is known of them.
#pragma once

#include <functional>
#include <span>

#include "base/executor.h"
#include "readers/minilm/meaning.h"
#include "reports/printed_date.h"
#include "reports/report.h"
#include "stories/story_stream.h"

namespace factbox::desk {

/// What reports are placed by, beside their words.
struct PlacingTables {
  const reports::DateWords& dates;
  const readers::MeaningReader* meanings = nullptr;  ///< none: headlines are placed by words alone
};

/// The report is no more than a headline: its few words say little without their meaning.
[[nodiscard]] bool is_headline(const reports::Report& report);

/// Places reports in a stream, in their order; after each, `placed` is called. What headlines mean
/// is read by the executor, in portions.
void place(std::span<const reports::ReportPtr> reports, const PlacingTables& tables,
           const Executor& executor, stories::StoryStream& stream,
           const std::function<void()>& placed = {});

}  // namespace factbox::desk
