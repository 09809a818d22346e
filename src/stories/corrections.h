/// \file
/// Reports that correct an earlier one and say so.
#pragma once

#include "reports/report.h"
#include "stories/lexicon.h"

namespace factbox::stories {

/// The report replaces an earlier one of its outlet and says so where agencies do: in the title's
/// first word ("CORRECTED: …", "Correction - …") or in brackets before the text ("(Corrects number
/// of prisoners …)"). A list of corrections to several articles, or an article on a correction, is
/// not one.
[[nodiscard]] bool is_correction(const reports::Report& report, const Lexicon& lexicon);

}  // namespace factbox::stories
