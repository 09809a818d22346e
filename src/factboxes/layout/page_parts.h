/// \file
/// What stands beside a page's lines: who, how many, when, and from where.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "factboxes/choice/draft.h"
#include "factboxes/choice/ledger.h"
#include "factboxes/layout/settle_names.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// A line that is on the page, with the draft it was made from.
struct Printed {
  const Line* line = nullptr;
  const Draft* draft = nullptr;
};

/// Where the reports come from, and which of them are independent.
class Provenance {
 public:
  explicit Provenance(const Workbench& bench);

  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }
  [[nodiscard]] std::vector<OriginEntry> origins() const;
  [[nodiscard]] Compiled compiled() const;
  /// What stands behind a line: its claim, and others that are the same in other words. One outlet,
  /// one wording, one origin count once. `told_by`: the statement whose words the line takes.
  [[nodiscard]] Corroboration behind(std::span<const stories::Claim* const> claims,
                                     stories::StatementRef told_by) const;

 private:
  /// Adds all words of a statement, from its first to its last, unless a copy stands there.
  void add_telling(stories::StatementRef ref, std::vector<Evidence>& tellings) const;

  const Workbench& bench_;
  std::vector<Source> sources_;
  std::map<stories::ReportIndex, std::size_t> by_report_;
};

/// Who is who, most often named first: people whom the lines name, and main actors of the story
/// whom they don't, with the roles that reports state, each with its evidence.
[[nodiscard]] std::vector<Person> people_of(const Workbench& bench,
                                            const std::vector<Printed>& printed,
                                            const NameSettler& names, const StatedRoles& roles);

/// Figures in the lines, each with what it counts, who counts, and how it moved: by the ledger over
/// all sources, whether a line tells it or not. Of several that count one thing the newest stands.
[[nodiscard]] std::vector<FigureEntry> figures_of(const Workbench& bench,
                                                  const std::vector<Printed>& printed,
                                                  const Ledger& ledger);

/// Lines that tell when, oldest first.
[[nodiscard]] std::vector<TimelineEntry> timeline_of(const std::vector<Printed>& printed);

}  // namespace factbox::factboxes
