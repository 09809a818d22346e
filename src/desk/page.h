/// \file
/// From reports to the page of a story.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/zone.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "factboxes/compile.h"
#include "reports/report.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::desk {

/// What is asked of a page.
struct PageOrder {
  std::string story{};  ///< words or an id; empty: all the reports are one story
  /// As of its end, or of the newest report where that is earlier; none: of the story's newest.
  std::optional<PrintedTime> as_of{};
  std::vector<std::string> speakers{};  ///< only what these said; none: everybody
  Zone timezone;                        ///< in which days end and times are printed
  std::size_t length = 30;              ///< lines at most
  double min_confidence = 0.5;
  std::string lang{};  ///< the page's language; empty: the first that is known
  unsigned jobs = 1;   ///< threads
};

/// A story whose reports were read, with what a page of it has to say besides.
struct ReadStory {
  std::vector<statements::ReadReport> read;  ///< by reports::earlier; what `story` indexes
  stories::Story story;
  std::uint32_t undated = 0;       ///< reports of it left out for want of a date
  std::optional<Instant> as_of{};  ///< the moment that a page of it may claim; none: its newest
};

/// The story that an order means: its reports read, their claims joined, copies and echoes
/// followed. Of the order count story, as_of, speakers, timezone, lang and jobs. Fails as page_of
/// does, but for what lines say.
[[nodiscard]] Result<ReadStory> story_of(const PageOrder& order,
                                         std::vector<reports::ReportPtr> reports,
                                         const Knowledge& knowledge, Listener& listener);

/// Takes the reports through all stages and compiles the page. The story that was chosen, progress
/// and lines withheld are told to the listener; same order, same reports, same page, byte for byte.
///
/// Fails as not_found, saying why, where no report is left, no story is meant, no claim makes a
/// line or the page would break a rule of severity E that no line can be left out for; as conflict
/// where no story is named and the reports tell many; as unsupported where the language isn't read.
[[nodiscard]] Result<factboxes::Compilation> page_of(const PageOrder& order,
                                                     std::vector<reports::ReportPtr> reports,
                                                     const Knowledge& knowledge,
                                                     Listener& listener);

/// The page of reports that were read before and kept (codec/read_report.h), all of them of one
/// story: the same, byte for byte, as page_of makes of them; `order.story` isn't asked. Goes by
/// tables and meanings alone: `knowledge` may be loaded with KnowledgeOrder::reads false.
[[nodiscard]] Result<factboxes::Compilation> page_of_read(const PageOrder& order,
                                                          std::vector<statements::ReadReport> read,
                                                          const Knowledge& knowledge,
                                                          Listener& listener);

}  // namespace factbox::desk
