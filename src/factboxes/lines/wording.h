/// \file
/// From a statement in a report to the words of a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/lines/pieces.h"
#include "factboxes/lines/wording_rules.h"
#include "statements/read_report.h"

namespace factbox::factboxes {

/// A statement as a line would say it, before names are settled for the place that it gets.
struct Worded {
  Wording wording;
  std::string statement;           ///< what is left of the claim, in the source's words
  std::vector<Evidence> evidence;  ///< of the statement: every byte that is left of it
  std::vector<Attribution> attribution;
  bool unresolved_time = false;
  std::size_t words = 0;
};

/// Words a statement for a page, in house style:
///
///     "…, Haaretz reported, citing a source in the government of one of the countries"
///
/// Where the report's own sentence carries the attribution, its order and words stay; who is meant
/// by "he" or "the official" takes its place. What the sentence doesn't say of the chain is added
/// behind it: each outlet by name, in the order in which the words passed. Relative times outside
/// quotation marks become dates.
///
/// None where no whole line comes of it: the reason then stands in `why`.
[[nodiscard]] std::optional<Worded> word_statement(const statements::ReadReport& report,
                                                   const statements::Statement& statement,
                                                   const WordingRules& rules,
                                                   std::string_view* why = nullptr);

}  // namespace factbox::factboxes
