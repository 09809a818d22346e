/// \file
/// A report with all that was read in it.
#pragma once

#include <string>
#include <vector>

#include "mentions/mentions.h"
#include "reports/report.h"
#include "statements/statement.h"
#include "texts/sheet.h"

namespace factbox::statements {

/// What the stages up to here know of one report: the value that stories are made from.
struct ReadReport {
  reports::ReportPtr report;
  texts::Sheet title;
  texts::Sheet text;
  mentions::Mentions mentions;
  std::vector<Statement> statements;
  std::vector<std::string> doubts;  ///< what the engine was not sure of, or left out
  std::vector<Statement> asides;    ///< those too unsure to make claims from

  [[nodiscard]] const texts::Sheet& of(Field field) const {
    return field == Field::text ? text : title;
  }
};

}  // namespace factbox::statements
