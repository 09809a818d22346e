/// \file
/// A line while words of it are replaced.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/lines/wording_rules.h"

namespace factbox::factboxes {

struct Replacement {
  ByteRange range;     ///< in the statement's field
  Wording by;          ///< empty: the words are left out
  bool names = false;  ///< a person's name: shown in its place, so pronouns can mean it
};

/// A source whom the line calls by a fuller mention, from elsewhere in the report.
struct FullerSource {
  ByteRange span;    ///< the chain member's
  std::string name;  ///< without an article
};

struct Replacements {
  std::vector<Replacement> all;  ///< sorted and apart
  std::vector<FullerSource> sources;
  bool unresolved_time = false;
};

/// One line: its statement, what of it is shown, and what was replaced so far. Refers to what it is
/// made with.
class Replacing {
 public:
  Replacing(const statements::ReadReport& report, const statements::Statement& statement,
            const LineLayout& layout, const WordingRules& rules)
      : report_(report), statement_(statement), layout_(layout), rules_(rules) {}

  [[nodiscard]] const statements::ReadReport& report() const { return report_; }
  [[nodiscard]] const statements::Statement& statement() const { return statement_; }
  [[nodiscard]] const LineLayout& layout() const { return layout_; }
  [[nodiscard]] const WordingRules& rules() const { return rules_; }
  /// All of the statement's field, and its words.
  [[nodiscard]] std::string_view text() const { return report_.report->of(statement_.field); }
  [[nodiscard]] const texts::Sheet& sheet() const { return report_.of(statement_.field); }
  [[nodiscard]] Replacements& found() { return found_; }

  /// Whether the line shows these bytes, outside quotation marks.
  [[nodiscard]] bool shown(ByteRange range) const {
    return layout_.hull.covers(range) && !touches_any(layout_.quoted, range) &&
           !touches_any(layout_.cuts, range);
  }

  /// Puts words in the place of others; false where some of those were replaced before.
  bool replace(ByteRange range, Wording by, bool names) {
    const bool apart = std::ranges::none_of(
        found_.all, [&](const Replacement& each) { return each.range.touches(range); });
    if (apart) {
      found_.all.push_back({range, std::move(by), names});
    }
    return apart;
  }

  [[nodiscard]] static bool touches_any(const std::vector<ByteRange>& ranges, ByteRange range) {
    return std::ranges::any_of(ranges, [&](ByteRange each) { return each.touches(range); });
  }

 private:
  const statements::ReadReport& report_;
  const statements::Statement& statement_;
  const LineLayout& layout_;
  const WordingRules& rules_;
  Replacements found_;
};

/// Names who speaks where the report only points to him; why that can't be, or "".
[[nodiscard]] std::string_view name_speakers(Replacing& line);

/// Prints days for the words that count from a report's own; why the line can't be printed, or "".
[[nodiscard]] std::string_view print_times(Replacing& line);

}  // namespace factbox::factboxes
