#include "outputs/cited_sources.h"

#include <algorithm>
#include <set>

namespace factbox::outputs {

using factboxes::Line;
using factboxes::Part;

CitedSources::CitedSources(const factboxes::Factbox& page) {
  for (const auto& source : page.sources) {
    origins_.emplace(source.report, source.origin);
  }
  std::set<std::string> cited;
  const auto learn = [&](const Line& line) {
    for (auto& report : reports_of(line)) {
      cited.insert(std::move(report));
    }
  };
  if (page.lead) {
    learn(*page.lead);
  }
  std::for_each(page.lead_more.begin(), page.lead_more.end(), learn);
  for (const auto& section : page.sections) {
    std::for_each(section.lines.begin(), section.lines.end(), learn);
  }
  for (const auto& source : page.sources) {
    if (cited.contains(source.report) && !numbers_.contains(source.report)) {
      sources_.push_back(&source);
      numbers_.emplace(source.report, count());
    }
  }
}

std::vector<std::string> CitedSources::reports_of(const Line& line) const {
  constexpr std::size_t kMostOrigins = 5;
  std::vector<std::string> reports;
  std::set<std::string> origins;
  const auto cite = [&](const std::string& report) {
    if (const auto origin = origins_.find(report); origin != origins_.end()) {
      reports.push_back(report);
      origins.insert(origin->second);
    }
  };
  for (const auto& evidence : line.evidence) {
    if (evidence.part == Part::statement || evidence.part == Part::attribution) {
      cite(evidence.report);
    }
  }
  if (line.evidence.empty()) {  // a line that an editor wrote
    for (const auto& each : line.attribution) {
      cite(each.report);
    }
  }
  for (const auto& report : line.corroboration.reports) {
    const auto origin = origins_.find(report);
    if (origin != origins_.end() && !origins.contains(origin->second) &&
        origins.size() < std::min<std::size_t>(line.corroboration.origins, kMostOrigins)) {
      cite(report);
    }
  }
  return reports;
}

std::vector<std::uint32_t> CitedSources::of(const Line& line) const {
  std::set<std::uint32_t> numbers;
  for (const auto& report : reports_of(line)) {
    numbers.insert(number(report));
  }
  return {numbers.begin(), numbers.end()};
}

std::uint32_t CitedSources::number(const std::string& report) const {
  const auto found = numbers_.find(report);
  return found == numbers_.end() ? 0 : found->second;
}

}  // namespace factbox::outputs
