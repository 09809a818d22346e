/// \file
/// From paths to the reports that count.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/knowledge.h"
#include "desk/listener.h"
#include "reports/narrowing.h"
#include "reports/reading.h"
#include "reports/report.h"

namespace factbox::desk {

/// What is taken in, and which reports of it count.
struct IntakeOrder {
  std::vector<std::string> paths;  ///< files, folders, "-" for standard input
  reports::ReadOptions reading;
  reports::Narrowing narrowing;
  /// The language that reports must be in, as far as can be told; none: any.
  std::optional<Language> language;
  unsigned jobs = 1;  ///< files read at the same time
};

/// What was taken in.
struct TakenIn {
  std::vector<reports::ReportPtr> reports;  ///< in the order of arrival, repeats left out
  bool troubled = false;                    ///< some input could not be used, as was said
  std::size_t foreign = 0;                  ///< reports left out since they are in other languages
};

/// How much streamed in.
struct StreamedIn {
  std::size_t reports = 0;
  bool troubled = false;  ///< some input could not be used, as was said
};

/// Reads the reports and calls `take` with each as soon as it is read, in the order of arrival,
/// repeats included, on the calling thread. Each trouble, and each doubt about a report, is told to
/// the listener on the way. `idle` is called where nothing is there to be taken for the moment.
///
/// Memory doesn't grow with the input: what reads waits for what takes. Of the order, what narrows
/// is left to the caller.
StreamedIn stream_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                     Listener& listener, const std::function<void(reports::ReportPtr)>& take,
                     const std::function<void()>& idle = {});

/// As stream_in(), of the reports that count, the first of those that are the same; how many were
/// left out for want of a date is told in the end. That nobody knows an outlet which is wanted or
/// barred shows only once all is read: such an order is for take_in().
StreamedIn stream_counting(const IntakeOrder& order, const reports::ReadingTables& tables,
                           Listener& listener, const std::function<void(reports::ReportPtr)>& take,
                           const std::function<void()>& idle = {});

/// Reads and narrows the reports. Each trouble, each doubt about a report, and what narrowing left
/// out for want of a date or for its language, is told to the listener. Versions are all there
/// still: see reports::part_versions.
///
/// Fails as not_found, naming those that are alike, where an outlet that is wanted or barred is
/// known to nobody: neither to the table nor to any report. A slip must not let reports in.
[[nodiscard]] Result<TakenIn> take_in(const IntakeOrder& order,
                                      const reports::ReadingTables& tables, Listener& listener);

}  // namespace factbox::desk
