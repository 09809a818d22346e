#include "outputs/arrow_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string in_words(const stories::GraphArrow& arrow) {
  std::vector<std::string> how;
  if (!arrow.copies.empty()) {
    how.push_back(counted(arrow.copies.size(), "copy", "copies"));
  }
  if (!arrow.credits.empty()) {
    how.push_back(counted(arrow.credits.size(), "report credited to it", "reports credited to it"));
  }
  if (!arrow.echoes.empty()) {
    how.push_back(counted(arrow.echoes.size(), "report retells it", "reports retell it"));
  }
  if (!arrow.citations.empty()) {
    how.push_back("names it in " + counted(arrow.citations.size(), "place", "places"));
  }
  return fmt::format("{}", fmt::join(how, ", "));
}

std::string standing_of(const stories::GraphOutlet& outlet) {
  if (outlet.reports.empty()) {
    return "no report of it is here";
  }
  const auto count = counted(outlet.reports.size(), "report", "reports");
  if (outlet.own == outlet.reports.size()) {
    return count + ", its own work";
  }
  return outlet.own == 0 ? count : fmt::format("{}, {} its own work", count, outlet.own);
}

std::string summary_of(const stories::Story& story, const stories::SourceGraph& graph) {
  const auto& outlets = graph.outlets;
  const auto here =
      std::ranges::count_if(outlets, [](const auto& outlet) { return !outlet.reports.empty(); });
  const auto& origins = story.origins;
  const auto circular =
      std::ranges::count_if(origins, [](const auto& origin) { return origin.circular; });
  auto summary = fmt::format(
      "{} of {}, {}", counted(story.reports.size(), "report", "reports"),
      counted(static_cast<std::size_t>(here), "outlet", "outlets"),
      counted(origins.size() - static_cast<std::size_t>(circular), "origin", "origins"));
  for (const auto& origin : origins) {
    if (origin.circular) {
      summary += fmt::format("; {} and others cite only each other, and are no origin",
                             readable(origin.name));
    }
  }
  return summary;
}

}  // namespace factbox::outputs
