#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/instant.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 16, 18 and 22: how sure, how many, and what isn't known, as the source has it.
namespace factbox::factboxes::checks {
namespace {

using Counts = std::map<std::string, int>;

Counts count_cues(std::string_view text, const HouseStyle& style) {
  Counts counts;
  for (const auto& word : words_of(text)) {
    if (style.modality_cues.contains(word.folded)) {
      ++counts[word.folded];
    }
  }
  return counts;
}

bool negates(std::string_view cue) {
  constexpr std::string_view kNegations =
      " not no never none neither nor cannot without denied denies deny denying refused refuses "
      "rejected rejects ";
  return cue.ends_with("n't") ||  // English: the end of "didn't"
         kNegations.find(fmt::format(" {} ", cue)) != std::string_view::npos;
}

bool starts_with_digit(std::string_view word) {
  return word[0] >= '0' && word[0] <= '9';
}

/// The qualifier whose words end where the words before `at` end; the longest, empty if none.
std::string qualifier_before(const std::vector<Word>& words, std::size_t at,
                             const HouseStyle& style) {
  std::string longest;
  for (const auto& qualifier : style.figure_qualifiers) {
    const auto parts = words_of(qualifier);
    if (parts.size() > at || qualifier.size() <= longest.size()) {
      continue;
    }
    const bool same =
        std::equal(parts.begin(), parts.end(), words.begin() + static_cast<long>(at - parts.size()),
                   [](const Word& a, const Word& b) { return a.folded == b.folded; });
    if (same) {
      longest = qualifier;
    }
  }
  return longest;
}

/// Numbers of the statement's evidence whose qualifier, in the report, the line has lost.
void check_qualifiers(const CheckedPage& page, const Line& line, const Evidence& evidence,
                      Findings& findings) {
  constexpr std::uint32_t kBefore = 40;  // bytes: room for the longest qualifier
  const auto* report = page.report(evidence.report);
  if (evidence.part != Part::statement || report == nullptr || !page.replay(evidence)) {
    return;
  }
  const std::uint32_t from = evidence.range.begin - std::min(evidence.range.begin, kBefore);
  const auto seen =
      std::string_view{report->of(evidence.field)}.substr(from, evidence.range.end - from);
  const auto words = words_of(seen);
  const auto text = folded(line.text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].range.begin + from < evidence.range.begin || !starts_with_digit(words[i].folded)) {
      continue;
    }
    const auto qualifier = qualifier_before(words, i, page.style());
    const bool number_printed = text.find(" " + words[i].folded + " ") != std::string::npos;
    if (!qualifier.empty() && number_printed &&
        text.find(fmt::format(" {} {} ", qualifier, words[i].folded)) == std::string::npos) {
      findings.error(18, line.id,
                     fmt::format("the number {} has lost its \"{}\"", words[i].folded, qualifier));
    }
  }
}

void check_history(const CheckedPage& page, const FigureEntry& figure, Findings& findings) {
  const std::string first = figure.lines.empty() ? std::string{} : figure.lines.front();
  for (const auto& id : figure.lines) {
    if (page.line(id) == nullptr) {
      findings.error(18, id, "a figure rests on a line that isn't printed");
    }
  }
  if (figure.lines.empty()) {
    findings.error(18, "", "a figure rests on no line");
  }
  std::optional<Instant> before;
  for (const auto& past : figure.history) {
    if (page.source(past.report) == nullptr) {
      findings.error(18, first, "a figure's history names a report that isn't among the sources");
    }
    const auto time = read_time(past.as_of);
    if (time && before && time->first < *before) {
      findings.error(18, first, "a figure's history isn't in order of time");
    }
    if (time) {
      before = time->first;
    }
  }
}

}  // namespace

void check_modality(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    const auto wanted = count_cues(statement_hull(page, line), page.style());
    const auto printed = count_cues(line.text, page.style());
    for (const auto& [cue, count] : wanted) {
      const auto found = printed.find(cue);
      if (found == printed.end() || found->second < count) {
        findings.error(16, line.id,
                       fmt::format("\"{}\" stands in the source's words and is lost "
                                   "in the line",
                                   cue));
      }
    }
    const bool negative = line.polarity == statements::Polarity::negative ||
                          line.modality == statements::Modality::denied;
    const bool says_no = std::any_of(printed.begin(), printed.end(),
                                     [](const auto& cue) { return negates(cue.first); });
    if (line.modality == statements::Modality::denied && negative && !says_no) {
      findings.error(16, line.id, "the claim is denied, and the line doesn't say so");
    }
  }
}

void check_figures(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    for (const auto& evidence : placed.line->evidence) {
      check_qualifiers(page, *placed.line, evidence, findings);
    }
  }
  for (const auto& figure : page.page().figures) {
    check_history(page, figure, findings);
  }
}

void check_unknowns(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    for (const auto& phrase : page.style().unknown_phrases) {
      if (!holds_phrase(line.text, phrase)) {
        continue;
      }
      const bool traced =
          std::any_of(line.evidence.begin(), line.evidence.end(), [&](const Evidence& evidence) {
            const auto bytes = page.replay(evidence);
            return bytes && holds_phrase(*bytes, phrase);
          });
      if (!traced) {
        findings.error(22, line.id, fmt::format("\"{}\", and no source says so", phrase));
      }
    }
  }
}

}  // namespace factbox::factboxes::checks
