/// \file
/// Quotations whose source stands in another sentence.
#pragma once

#include <vector>

#include "statements/attribution.h"

namespace factbox::statements {

/// Finds whose the quotations are that no attribution covers: those behind an attributed one in the
/// same paragraph are its continuation; those that begin the next paragraph carry the same source
/// on; "He told Reuters." without words of its own takes the one before it.
/// `attributions` are in the order of their cues; new ones are added at the end.
void continue_quotations(const Reading& reading, std::vector<Attribution>& attributions);

}  // namespace factbox::statements
