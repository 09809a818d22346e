/// \file
/// The same report handed in again, and its later versions.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "reports/report.h"

namespace factbox::reports {

/// Leaves out reports that are there already: the same id with the same text (where there is no
/// text, the same title). Of those that are one, the `earlier` stays, at the place of the first to
/// arrive. Reports of one id with other texts are versions of it, and all stay.
[[nodiscard]] std::vector<ReportPtr> without_repeats(std::vector<ReportPtr> reports);

/// Tells repeats as reports stream by: the first to arrive stays. Keeps some bytes a report.
class Repeats {
 public:
  /// Whether a report of this id with these words was asked about before.
  [[nodiscard]] bool has_had(const Report& report);

 private:
  std::unordered_set<std::uint64_t> had_;  ///< a hash of id and words
};

/// The reports of which each is the version that counts, and the versions that it replaced.
struct Versions {
  std::vector<ReportPtr> current;
  std::vector<ReportPtr> replaced;
};

/// Parts reports, repeats already left out, by which version counts: of one id, the one published
/// last; dated ones before undated ones; of those published at one time, the one modified last,
/// then the last in the order of their texts. The order of arrival never matters; both parts keep
/// it. To look at a moment, narrow by date first: later versions weren't there yet.
[[nodiscard]] Versions part_versions(std::vector<ReportPtr> reports);

}  // namespace factbox::reports
