/// \file
/// Which reports count.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "reports/outlets.h"
#include "reports/report.h"

namespace factbox::reports {

/// What narrows the reports that count; empty lists and no moment narrow nothing.
struct Narrowing {
  std::vector<std::string> outlets{};      ///< only these, by any name or domain, in any capitals
  std::vector<std::string> not_outlets{};  ///< none of these
  std::vector<std::string> countries{};    ///< only outlets seated there, by the table: "IR"
  std::optional<Instant> since{};          ///< only what was published then or later
  std::optional<Instant> before{};         ///< only what was published before this moment
};

/// Says of reports one by one which count. Looks at the narrowing and the outlets as long as it
/// lives.
class Narrower {
 public:
  Narrower(const Narrowing& narrowing, const Outlets& outlets);
  ~Narrower();
  Narrower(const Narrower&) = delete;
  Narrower& operator=(const Narrower&) = delete;
  Narrower(Narrower&&) = delete;
  Narrower& operator=(Narrower&&) = delete;

  [[nodiscard]] bool counts(const Report& report);

  [[nodiscard]] std::size_t undated() const { return undated_; }  ///< left out for want of a date
  /// Outlets of either list that no report so far is of.
  [[nodiscard]] std::vector<std::string> unmet() const;

 private:
  struct Lists;

  const Narrowing& narrowing_;
  const Outlets& outlets_;
  std::unique_ptr<Lists> lists_;
  std::size_t undated_ = 0;
};

struct Narrowed {
  std::vector<ReportPtr> reports;
  std::size_t undated = 0;           ///< left out for want of a date
  std::vector<std::string> unmet{};  ///< outlets of either list that no report is of
};

/// The reports that count, in the order given. With a moment to go by, undated ones don't. A report
/// is of an outlet by its own words or by its address, as pages print it.
[[nodiscard]] Narrowed narrow(std::vector<ReportPtr> reports, const Narrowing& narrowing,
                              const Outlets& outlets);

}  // namespace factbox::reports
