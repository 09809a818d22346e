/// \file
/// A page under check, with its lines and reports found by id.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/factbox.h"
#include "factboxes/house_style.h"
#include "reports/report.h"

namespace factbox::factboxes::checks {

/// A line in its section.
struct PlacedLine {
  const Line* line = nullptr;
  std::size_t section = 0;
  std::size_t place = 0;  ///< in the section
};

/// What all rules look up; owns nothing.
class CheckedPage {
 public:
  CheckedPage(const Factbox& page, std::span<const reports::ReportPtr> reports,
              const HouseStyle& style);

  [[nodiscard]] const Factbox& page() const { return page_; }
  [[nodiscard]] const HouseStyle& style() const { return style_; }
  /// The lines of all sections, in order.
  [[nodiscard]] const std::vector<PlacedLine>& lines() const { return lines_; }
  /// The lead's lines, then those of the sections: in the order of reading.
  [[nodiscard]] const std::vector<const Line*>& reading() const { return reading_; }
  [[nodiscard]] const PlacedLine* line(std::string_view id) const;
  [[nodiscard]] const Source* source(std::string_view report) const;
  /// The report, by id and, where it stands in the page's sources, by the text's hash.
  [[nodiscard]] const reports::Report* report(std::string_view id) const;
  /// The words that evidence points to, read anew from the report; none where they can't be.
  [[nodiscard]] std::optional<std::string_view> replay(const Evidence& evidence) const;

 private:
  const Factbox& page_;
  const HouseStyle& style_;
  std::vector<PlacedLine> lines_;
  std::vector<const Line*> reading_;
  std::map<std::string_view, std::size_t> by_id_;
  std::map<std::string_view, const Source*> sources_;
  std::map<std::string_view, const reports::Report*> reports_;
};

[[nodiscard]] bool has_flag(const Line& line, std::string_view flag);

/// The bytes from a line's first statement evidence to its last one, as the report has them:
/// what was left out between them stands in it too. Empty where there is none.
[[nodiscard]] std::string_view statement_hull(const CheckedPage& page, const Line& line);

}  // namespace factbox::factboxes::checks
