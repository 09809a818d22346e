/// \file
/// How the claims of two reports stand to each other: `factbox relate`.
#pragma once

#include <optional>
#include <string_view>

#include "readers/minilm/pair_reader.h"
#include "reports/outlets.h"
#include "statements/read_report.h"
#include "stories/lexicon.h"
#include "stories/relation.h"

namespace factbox::stories {

/// Relates two reports of a sentence or a few each, by the same code that joins claims. A report
/// in which no statement was found is taken as one whole.
///
/// Where `seen` is given, it decides whether both are of one matter, and finds what the typed
/// reading has no words for; what that reading did find (a clash of counts, a later count) stands,
/// and where both find the same told, it knows whether one side says more.
[[nodiscard]] Related relate_reports(const statements::ReadReport& first,
                                     const statements::ReadReport& second,
                                     const reports::Outlets& outlets, const Lexicon& lexicon,
                                     const std::optional<readers::PairLikelihoods>& seen = {});

/// The words of a report of a sentence or a few, as the pair reader takes them.
[[nodiscard]] std::string_view sentence_of(const statements::ReadReport& report);

}  // namespace factbox::stories
