/// \file
/// Pairs of reports, to be held against each other.
#pragma once

#include <string>
#include <vector>

#include "reports/reading.h"
#include "reports/report.h"
#include "sources/delivery.h"
#include "sources/trouble.h"

namespace factbox::reports {

/// Two reports, `{"id","a":report,"b":report}`.
struct ReportPair {
  std::string id;  ///< as given; else the number of its line
  ReportPtr a, b;
};

struct ReadPairs {
  std::vector<ReportPair> pairs;  ///< in the order of the lines
  std::vector<sources::Trouble> troubles;
};

/// Reads JSON Lines, a pair each; what can't be used is told with its line, and the rest is used.
[[nodiscard]] ReadPairs read_pairs(sources::Delivery& delivery, const ReadingTables& tables,
                                   const ReadOptions& options);

}  // namespace factbox::reports
