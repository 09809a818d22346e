#include "factboxes/lines/wording_rules.h"

#include "stories/carriage.h"

namespace factbox::factboxes {

std::string outlet_of(const reports::Report& report, const reports::Outlets& outlets) {
  auto name = stories::publisher_of(report, outlets);
  if (name.empty()) {
    name = report.outlet;
  }
  return name.empty() ? reports::host_of(report.url) : name;
}

}  // namespace factbox::factboxes
