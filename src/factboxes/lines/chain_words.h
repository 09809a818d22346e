/// \file
/// The road of a claim in words, in house style.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/lines/wording_rules.h"

namespace factbox::factboxes {

/// What is to be said of a statement's chain behind the words that the line shows of its sentence:
///
///     , Araghchi said                  a speaker whom the sentence doesn't name
///     , Reuters reported               an outlet on the way, or the report's own
///     , citing a senior official       whom the outlet leans on
///     , as carried by Kyodo            the report's own outlet, behind another
///
/// The description of a source that isn't named stays word for word. None where somebody has to
/// be named and no words of the report do so.
[[nodiscard]] std::optional<Wording> chain_words(const statements::ReadReport& report,
                                                 const statements::Statement& statement,
                                                 const LineLayout& layout,
                                                 const WordingRules& rules);

/// The statement's chain as a page takes it: a news organisation is an outlet, whatever it does in
/// the sentence; the report's own outlet is known under all forms of its name, and closes the chain
/// where the sentence doesn't name it.
[[nodiscard]] std::vector<statements::ChainMember> settled_chain(
    const statements::ReadReport& report, const statements::Statement& statement,
    const reports::Outlets& outlets);

/// The chain with the report that each member's span counts in; the report's own outlet closes it.
[[nodiscard]] std::vector<Attribution> attribution_of(const statements::ReadReport& report,
                                                      const statements::Statement& statement,
                                                      const reports::Outlets& outlets);

}  // namespace factbox::factboxes
