/// \file
/// Who carries a report, and on whom it says that it rests.
#pragma once

#include <string>

#include "reports/outlets.h"
#include "reports/report.h"
#include "statements/read_report.h"

namespace factbox::stories {

/// The name that the table of outlets has for `name`, else the name without "the" before it.
[[nodiscard]] std::string outlet_name(std::string_view name, const reports::Outlets& outlets);

/// The outlet that published a report, by its name or else by the host of its address; empty where
/// neither is known.
[[nodiscard]] std::string publisher_of(const reports::Report& report,
                                       const reports::Outlets& outlets);

/// The agency whose copy the report says it is: in its agency field, a byline, the dateline
/// ("MUSCAT, April 12 (Reuters) - ") or the last line ("(Source: AP)"). Empty where it says
/// nothing, or names several at once ("Agencies") or its own publisher.
[[nodiscard]] std::string credited_agency(const reports::Report& report,
                                          const reports::Outlets& outlets);

/// The outlet that a statement's own words lead back to: the farthest one that its chain names;
/// empty where there is none but the report's own.
[[nodiscard]] std::string echoed_outlet(const statements::Statement& statement,
                                        const reports::Outlets& outlets);

/// The outlet that a report as a whole retells: the one that its first attributed statement leads
/// back to, or at least half of its statements. Empty where it stands on its own work.
[[nodiscard]] std::string retold_outlet(const statements::ReadReport& report,
                                        const reports::Outlets& outlets);

}  // namespace factbox::stories
