/// \file
/// What was read in reports as tables, one row a statement, a figure, a name or a time.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "statements/read_report.h"

namespace factbox::outputs {

/// A table that `factbox analyse --format csv` can give.
struct AnalysisTable {
  std::string_view name;    ///< as in `--table figures`
  std::string (*header)();  ///< the names of its columns, as a row
  std::string (*rows)(const statements::ReadReport& read);
};

[[nodiscard]] std::span<const AnalysisTable> analysis_tables();

/// Fails as unsupported, with the names that there are.
[[nodiscard]] Result<AnalysisTable> find_analysis_table(std::string_view name);

}  // namespace factbox::outputs
