/// \file
/// The rules that a professional factbox obeys, as checks on a finished page.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "factboxes/factbox.h"
#include "reports/report.h"

namespace factbox::factboxes {

enum class Severity : std::uint8_t { error, warning };

/// A rule that a page fails.
struct Finding {
  std::uint32_t rule = 0;  ///< its number in docs/rules.md
  Severity severity = Severity::error;
  std::string line;  ///< id; empty where the page as a whole fails
  std::string why;
};

/// Checks a page against the reports that it rests on, without a model. Cost: linear.
[[nodiscard]] std::vector<Finding> check(const Factbox& page,
                                         std::span<const reports::ReportPtr> reports);

}  // namespace factbox::factboxes
