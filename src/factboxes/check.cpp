#include "factboxes/check.h"

#include <algorithm>
#include <array>

#include "factboxes/checks/rules.h"

namespace factbox::factboxes {
namespace {

using Rule = void (*)(const checks::CheckedPage&, checks::Findings&);

constexpr std::array<Rule, 22> kRules{
    checks::check_title,          checks::check_as_of,
    checks::check_lead,           checks::check_sections,
    checks::check_lines,          checks::check_length,
    checks::check_sources,        checks::check_attribution_place,
    checks::check_verbs,          checks::check_names,
    checks::check_chains,         checks::check_anonymous,
    checks::check_trace,          checks::check_one_report,
    checks::check_modality,       checks::check_quotations,
    checks::check_figures,        checks::check_times,
    checks::check_contradictions, checks::check_corroboration,
    checks::check_unknowns,       checks::check_background,
};

}  // namespace

std::vector<Finding> check(const Factbox& page, std::span<const reports::ReportPtr> reports,
                           const HouseStyle& style) {
  const checks::CheckedPage checked{page, reports, style};
  checks::Findings findings;
  for (const auto rule : kRules) {
    rule(checked, findings);
  }
  return std::move(findings).take();
}

}  // namespace factbox::factboxes
