/// \file
/// The sentences of reports that a page's words were taken from.
#pragma once

#include <span>

#include "factboxes/factbox.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// Puts beside each piece of evidence of a claim the whole sentence of its report that it stands
/// in (or sentences, where it runs over several), so that readers see what was left out. A sentence
/// without end is left out: it says no more than the evidence does.
void add_contexts(Factbox& page, std::span<const statements::ReadReport> reports);

}  // namespace factbox::factboxes
