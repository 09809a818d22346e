/// \file
/// What a case is about: its reports, read by the product's own stages.
#pragma once

#include <functional>
#include <vector>

#include "desk/pipeline.h"
#include "readers/minilm/meaning.h"
#include "reports/reading.h"
#include "statements/read_report.h"

namespace factbox::cases {

struct CaseWorld {
  std::vector<statements::ReadReport> reports;  ///< in the order of the case
  std::vector<reports::ReadReports> files;      ///< what intake made of the case's files
  const desk::LanguageKnowledge& knowledge;     ///< what they were read by
  /// Reads what lines mean; its model is loaded when a case first asks for it.
  std::function<const readers::MeaningReader&()> meanings;
};

}  // namespace factbox::cases
