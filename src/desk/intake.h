/// \file
/// From paths to the reports that count.
#pragma once

#include <string>
#include <vector>

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
  unsigned jobs = 1;  ///< files read at the same time
};

/// What was taken in.
struct TakenIn {
  std::vector<reports::ReportPtr> reports;  ///< in the order of arrival, repeats left out
  bool troubled = false;                    ///< some input could not be used, as was said
};

/// Reads and narrows the reports. Each trouble, each doubt about a report, and what narrowing left
/// out for want of a date, is told to the listener. Versions are all there still: see
/// reports::part_versions.
[[nodiscard]] TakenIn take_in(const IntakeOrder& order, const reports::ReadingTables& tables,
                              Listener& listener);

}  // namespace factbox::desk
