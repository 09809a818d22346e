/// \file
/// The rules by number, each a check that adds what it finds.
#pragma once

#include <string>
#include <vector>

#include "factboxes/checks/checked_page.h"
#include "factboxes/checks/finding.h"

namespace factbox::factboxes::checks {

/// Findings of one page.
class Findings {
 public:
  void error(std::uint32_t rule, std::string_view line, std::string why) {
    all_.push_back({rule, Severity::error, std::string{line}, std::move(why)});
  }
  void warning(std::uint32_t rule, std::string_view line, std::string why) {
    all_.push_back({rule, Severity::warning, std::string{line}, std::move(why)});
  }
  [[nodiscard]] std::vector<Finding> take() && { return std::move(all_); }

 private:
  std::vector<Finding> all_;
};

void check_title(const CheckedPage& page, Findings& findings);              // 1
void check_as_of(const CheckedPage& page, Findings& findings);              // 2
void check_lead(const CheckedPage& page, Findings& findings);               // 3
void check_sections(const CheckedPage& page, Findings& findings);           // 4
void check_lines(const CheckedPage& page, Findings& findings);              // 5
void check_length(const CheckedPage& page, Findings& findings);             // 6
void check_sources(const CheckedPage& page, Findings& findings);            // 7
void check_attribution_place(const CheckedPage& page, Findings& findings);  // 8
void check_verbs(const CheckedPage& page, Findings& findings);              // 9
void check_names(const CheckedPage& page, Findings& findings);              // 11
void check_chains(const CheckedPage& page, Findings& findings);             // 12
void check_anonymous(const CheckedPage& page, Findings& findings);          // 13
void check_trace(const CheckedPage& page, Findings& findings);              // 14
void check_one_report(const CheckedPage& page, Findings& findings);         // 15
void check_modality(const CheckedPage& page, Findings& findings);           // 16
void check_quotations(const CheckedPage& page, Findings& findings);         // 17
void check_figures(const CheckedPage& page, Findings& findings);            // 18
void check_times(const CheckedPage& page, Findings& findings);              // 19
void check_contradictions(const CheckedPage& page, Findings& findings);     // 20
void check_corroboration(const CheckedPage& page, Findings& findings);      // 21
void check_unknowns(const CheckedPage& page, Findings& findings);           // 22
void check_background(const CheckedPage& page, Findings& findings);         // 24

}  // namespace factbox::factboxes::checks
