/// \file
/// What a rule is: it looks at one sentence and proposes attributions.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "statements/attribution.h"

namespace factbox::statements {

/// One rule, one file `rules/<name>.cpp`, one row in rules.cpp, one case file
/// `cases/statements/<name>.case` with a near miss.
struct Rule {
  std::string_view name;
  /// Adds what it finds in the sentence. Must look at its tokens, and at quotations that touch it,
  /// only; what it proposes may overlap with other proposals.
  void (*find)(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
  RuleNature nature = {};
};

/// All rules. Where two propose the same cue, the surer one stands, then the earlier row.
[[nodiscard]] std::span<const Rule> rules();

void find_said(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_quoted_as(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_according_to(const Reading& reading, TokenRange sentence,
                       std::vector<Attribution>& found);
void find_hearsay(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_headline(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_denied(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_asked(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_undertaken(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_called_for(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_described_as(const Reading& reading, TokenRange sentence,
                       std::vector<Attribution>& found);
void find_noun_cue(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_carried(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_introduced(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_inverted(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_credited(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);
void find_remarked(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);

void find_held_by(const Reading& reading, TokenRange sentence, std::vector<Attribution>& found);

}  // namespace factbox::statements
