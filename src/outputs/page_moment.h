/// \file
/// The page's head in words: as of when, from what, and how old the newest of it is.
#pragma once

#include <string>

#include "base/zone.h"
#include "factboxes/factbox.h"
#include "outputs/dates.h"

namespace factbox::outputs {

/// The moment that the page is known as of, in words: a day where it stands for one (the end of a
/// day that was asked for; newest reports that tell no more than their day). Empty where the
/// reports have no dates.
[[nodiscard]] ViewTime moment_of(const factboxes::Factbox& page, const Zone& zone);

/// The page's formula without the moment and the newest report, which are said beside it: "Compiled
/// from 28 reports …".
[[nodiscard]] std::string formula_of(const factboxes::Factbox& page);

/// "Newest report: 30 August 2011, 8 weeks before", where days lie between; else empty.
[[nodiscard]] std::string newest_of(const factboxes::Factbox& page, const Zone& zone);

/// The outlet of all the page's reports where it is one, else empty.
[[nodiscard]] std::string one_outlet_of(const factboxes::Factbox& page);

/// What is new since an earlier page; empty on a first one.
[[nodiscard]] std::string changes_of(const factboxes::Factbox& page, const Zone& zone);

/// "Edited by hand: the title, 2 lines; 1 line taken out"; empty where nobody did.
[[nodiscard]] std::string edits_told(const factboxes::Factbox& page);

/// "25 of 180 claims shown; of the others, 70 told twice, …"; empty where that isn't known.
[[nodiscard]] std::string claims_told(const factboxes::Factbox& page);

}  // namespace factbox::outputs
