/// \file
/// From reports to the page of a story.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "factboxes/compile.h"
#include "reports/report.h"
#include "statements/read_report.h"

namespace factbox::desk {

/// What is asked of a page.
struct PageOrder {
  std::string story{};                 ///< words or an id; empty: all the reports are one story
  std::optional<PrintedTime> as_of{};  ///< as of its end; none: as of the newest report
  std::chrono::minutes timezone{0};
  std::size_t length = 30;  ///< lines at most
  double min_confidence = 0.5;
  std::string lang{};  ///< the page's language; empty: the first that is known
  unsigned jobs = 1;   ///< threads
};

/// Takes the reports through all stages and compiles the page. The story that was chosen, progress
/// and lines withheld are told to the listener; same order, same reports, same page, byte for byte.
///
/// Fails as not_found where no report is left or no story is meant, as unsupported where the
/// page's language isn't read.
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
