/// \file
/// Tables for spreadsheets and for programs (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace factbox::outputs {

/// One row, with its line end. Cells with commas, quotation marks or line ends are quoted. What
/// begins as a formula does ("=", "+", "-", "@") gets an apostrophe before it, unless it is a
/// number: no report can make a spreadsheet compute.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace factbox::outputs
