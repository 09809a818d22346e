/// \file
/// Where a report was written, and whose copy it is, as its first and last words say.
#pragma once

#include <string>
#include <string_view>

#include "reports/outlets.h"
#include "reports/printed_date.h"

namespace factbox::reports {

/// "MUSCAT, March 3, 2026 (Reuters) - " says all of it.
struct Dateline {
  std::string place;   ///< as printed, "TEHRAN, Iran"; empty if none
  std::string agency;  ///< as the table calls it; empty if none
  std::string credit;  ///< the words in brackets, whether or not they name an agency
  std::string date;    ///< ISO 8601, where day, month and year are printed
};

/// Reads the dateline that opens a text, and the credit ("(AFP)", "Source: Reuters") that closes
/// it. A place alone must be in capitals. The text isn't altered.
[[nodiscard]] Dateline find_dateline(std::string_view text, const Outlets& outlets,
                                     const DateWords& dates);

/// The agency of that name, as the table calls it; empty where none is.
[[nodiscard]] std::string agency_called(std::string_view name, const Outlets& outlets);

/// The agency in the brackets of a text's dateline, also where others stand before it: "By Ina Voss
/// OSTER (Reuters) -". Empty where none is.
[[nodiscard]] std::string opening_agency(std::string_view text, const Outlets& outlets);

/// The agency that a text's last words credit. Empty where none is.
[[nodiscard]] std::string closing_agency(std::string_view text, const Outlets& outlets);

}  // namespace factbox::reports
