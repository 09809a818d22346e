/// \file
/// A report as a line of JSON.
#pragma once

#include <string>

#include "reports/report.h"

namespace factbox::reports {

/// The report as `factbox extract` gives it, without the line's end; what isn't known is absent.
/// Read again, it is the same report.
[[nodiscard]] std::string report_line(const Report& report);

}  // namespace factbox::reports
