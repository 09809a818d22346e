/// \file
/// A line in words, with its sources and the sentences that it was made from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "factboxes/factbox.h"
#include "outputs/cited_sources.h"
#include "outputs/output_options.h"
#include "outputs/page_in_words.h"

namespace factbox::outputs {

/// Shows the lines of one page; keeps references to the page and its sources.
class LineViewer {
 public:
  LineViewer(const factboxes::Factbox& page, const CitedSources& cited,
             const OutputOptions& options);

  /// `above`: the line that stands before it in its section, or nullptr.
  [[nodiscard]] ViewLine view(const factboxes::Line& line, const factboxes::Line* above) const;

  /// When the line's event was, else when it was first reported ("reported 17 April"); the year
  /// where it isn't the page's.
  [[nodiscard]] ViewTime date_of(const factboxes::Line& line) const;

  /// True where the line stands on a side of a contradiction.
  [[nodiscard]] bool disputed(const factboxes::Line& line) const {
    return stands_.contains(line.id);
  }

 private:
  /// Which side of which contradiction a line stands on.
  struct Stand {
    std::size_t contradiction = 0;
    std::size_t side = 0;
  };

  [[nodiscard]] std::string text_of(const factboxes::Line& line) const;
  [[nodiscard]] std::string mark_of(const factboxes::Line& line,
                                    const factboxes::Line& above) const;
  [[nodiscard]] std::vector<ViewEvidence> evidence_of(const factboxes::Line& line) const;
  [[nodiscard]] ViewEvidence evidence_of(const factboxes::Evidence& evidence,
                                         const factboxes::Line& line) const;

  const factboxes::Factbox& page_;
  const CitedSources& cited_;
  const OutputOptions& options_;
  std::string one_outlet_;
  std::map<std::string, std::vector<Stand>> stands_;
};

/// The day that a printed time names ("2026-04-15", "2026-04-15TEV"), else its month; empty where
/// it names neither.
[[nodiscard]] std::string day_named(std::string_view time);

}  // namespace factbox::outputs
