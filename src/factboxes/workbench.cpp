#include "factboxes/workbench.h"

#include <algorithm>

namespace factbox::factboxes {

std::optional<Instant> moment_of(const stories::Story& story,
                                 std::span<const statements::ReadReport> reports,
                                 const CompileOptions& options) {
  std::optional<Instant> newest;
  for (const auto index : story.reports) {
    if (const auto& published = reports[index].report->published_at) {
      newest = newest ? std::max(*newest, published->first) : published->first;
    }
  }
  return newest && options.as_of ? options.as_of : newest;
}

}  // namespace factbox::factboxes
