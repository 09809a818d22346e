/// \file
/// The rules that a professional factbox obeys, as checks on a finished page.
#pragma once

#include <span>
#include <vector>

#include "factboxes/checks/finding.h"
#include "factboxes/factbox.h"
#include "factboxes/house_style.h"
#include "reports/report.h"

namespace factbox::factboxes {

/// Checks a page against the reports that it rests on, without a model: a second pair of eyes that
/// shares nothing with the compiler but the page's form and the closed lists. It replays every
/// piece of evidence in the reports' bytes and works out anew what can be worked out from them.
///
/// `reports` may hold more than the page's; order doesn't matter. Findings come by rule, then in
/// the order of the page. Cost: linear in the page and in the reports that it names.
[[nodiscard]] std::vector<Finding> check(const Factbox& page,
                                         std::span<const reports::ReportPtr> reports,
                                         const HouseStyle& style);

/// Rule 25, with the page that a reader saw before: what `page.changes` says is what changed.
[[nodiscard]] std::vector<Finding> check_changes(const Factbox& page, const Factbox& previous);

}  // namespace factbox::factboxes
