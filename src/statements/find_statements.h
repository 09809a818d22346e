/// \file
/// The stage: who said what in one report.
#pragma once

#include <span>
#include <vector>

#include "mentions/mentions.h"
#include "readers/network/network.h"
#include "reports/report.h"
#include "statements/statement.h"
#include "statements/statement_tables.h"
#include "texts/sheet.h"

namespace factbox::statements {

struct StatementOptions {
  std::size_t longest_chain = 12;  ///< members; what is longer is cut at the reader's end
};

/// Finds the statements of a report, title first, then in the order of its text.
///
/// `text` and `title` are the analyses of the report's fields; `mentions` counts in both;
/// `proposals` are the trained network's for the text (titles are read by rules). Same
/// input, same output; linear in the length of the report; never fails on odd prose.
[[nodiscard]] std::vector<Statement> find_statements(
    const reports::Report& report, const texts::Sheet& text, const texts::Sheet& title,
    const mentions::Mentions& mentions, const StatementTables& tables,
    std::span<const readers::Proposal> proposals = {}, const StatementOptions& options = {});

}  // namespace factbox::statements
