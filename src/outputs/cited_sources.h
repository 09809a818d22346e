/// \file
/// Which reports a line cites, and their numbers on the page.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "factboxes/factbox.h"

namespace factbox::outputs {

/// The sources that some line of a page cites, numbered from 1 in the order of the page's sources.
///
/// A line cites the reports that carry its claim: the one that its words are from, the one that
/// says who said it, and where several tell the same, one of each further origin. A report that
/// lent no more than a name or a title isn't cited.
class CitedSources {
 public:
  explicit CitedSources(const factboxes::Factbox& page);

  /// Numbers of the sources that a line cites, ascending.
  [[nodiscard]] std::vector<std::uint32_t> of(const factboxes::Line& line) const;

  /// The number of a report; 0 where no line cites it.
  [[nodiscard]] std::uint32_t number(const std::string& report) const;

  /// The source behind a number.
  [[nodiscard]] const factboxes::Source& source(std::uint32_t number) const {
    return *sources_[number - 1];
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(sources_.size()); }

 private:
  [[nodiscard]] std::vector<std::string> reports_of(const factboxes::Line& line) const;

  std::map<std::string, std::string> origins_;  ///< by report
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<const factboxes::Source*> sources_;
};

}  // namespace factbox::outputs
