/// \file
/// A report with all that was read in it.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "mentions/mentions.h"
#include "reports/report.h"
#include "statements/statement.h"

namespace factbox::statements {

/// What the stages up to here know of one report: the value that stories are made from.
struct ReadReport {
  reports::ReportPtr report;
  language::Analysis title;
  language::Analysis text;
  mentions::Mentions mentions;
  std::vector<Statement> statements;
  std::vector<Statement> asides;  ///< those too unsure to make claims from

  [[nodiscard]] const language::Analysis& of(Field field) const {
    return field == Field::text ? text : title;
  }
};

}  // namespace factbox::statements
