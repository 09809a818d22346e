/// \file
/// Words of a report that a line prints otherwise, each with what vouches for what it prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/lines/wording.h"

namespace factbox::factboxes {

struct Replacement {
  ByteRange range;     ///< in the statement's field
  Wording by;          ///< empty: the words are left out
  bool names = false;  ///< a person's name: shown in its place, so pronouns can mean it
};

struct Replacements {
  std::vector<Replacement> all;  ///< sorted and apart
  bool unresolved_time = false;
};

/// Finds what the line prints otherwise: dates for relative times, "said" for "added", names for
/// the pronouns and bare nouns by which the report calls a speaker, and every person's name, which
/// takes its form from its place on the page. Nothing inside quotation marks.
///
/// None where a speaker stays unknown ("he said"), or a relative time that a page never prints.
[[nodiscard]] std::optional<Replacements> find_replacements(const statements::ReadReport& report,
                                                            const statements::Statement& statement,
                                                            const LineLayout& layout,
                                                            const WordingRules& rules,
                                                            std::string_view& why);

/// True where words for a source say who it is only to who has read on: "he", "the official", "the
/// ministry". A name among them tells.
[[nodiscard]] bool points_elsewhere(std::string_view words, const HouseStyle& style);

/// The first place in the report where `words` stand, text before title.
[[nodiscard]] std::optional<Evidence> locate(const reports::Report& report, std::string_view words,
                                             Part part);

/// The words of a report's range as they stand within a sentence: a small word ("The", "One") loses
/// the capital that it has from the start of one.
[[nodiscard]] std::string within_sentence(std::string words, const texts::Sheet& sheet,
                                          ByteRange range);

/// A person's name as a piece that is given its form when the page is complete.
[[nodiscard]] Piece name_of(std::uint32_t person, const People& people);

}  // namespace factbox::factboxes
