/// \file
/// In which language a report is, and whether it is read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "desk/knowledge.h"
#include "desk/listener.h"
#include "reports/report.h"

namespace factbox::desk {

/// The language's code ("de"): as the report says, else as its words show. Empty where it doesn't
/// say and has too few words to tell.
[[nodiscard]] std::string language_of(const reports::Report& report);

/// Leaves out the reports that are surely in another language than the one that is known, and tells
/// the listener once how many of which; gives their number.
std::size_t leave_out_other_languages(std::vector<reports::ReportPtr>& reports,
                                      const Language& known, Listener& listener);

}  // namespace factbox::desk
