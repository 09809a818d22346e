#include "reports/report.h"

#include <tuple>

namespace factbox::reports {

bool earlier(const Report& a, const Report& b) {
  const auto key = [](const Report& r) {
    return std::make_tuple(!r.published_at, r.published_at ? r.published_at->first : Instant{},
                           std::string_view{r.id}, std::string_view{r.text},
                           std::string_view{r.title}, std::string_view{r.outlet});
  };
  return key(a) < key(b);
}

}  // namespace factbox::reports
