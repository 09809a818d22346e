#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 1 and 3 to 6: what a page is made of.
namespace factbox::factboxes::checks {
namespace {

constexpr std::size_t kLongestTitle = 64;
constexpr std::size_t kLongestHeading = 6;
constexpr std::size_t kMostSections = 9;
constexpr std::size_t kSmallPage = 6;  // from so many lines on: sections and key points
constexpr std::size_t kMostSentences = 2;
constexpr std::size_t kLongClaim = 45;
constexpr std::size_t kLongestLine = 60;
constexpr std::size_t kLongestPage = 10'000;

bool is_fixed(const HouseStyle& style, const std::string& heading) {
  return std::any_of(style.headings.begin(), style.headings.end(),
                     [&](const FixedHeading& fixed) { return fixed.heading == heading; });
}

/// The words of a heading that neither its lines nor the frame words have.
std::vector<std::string> strangers(const Section& section, const HouseStyle& style) {
  std::string below;
  for (const auto& line : section.lines) {
    below += folded(line.text) + folded(line.statement);
  }
  std::vector<std::string> missing;
  for (const auto& word : words_of(section.heading)) {
    if (!style.frame_words.contains(word.folded) &&
        below.find(" " + word.folded + " ") == std::string::npos) {
      missing.push_back(word.folded);
    }
  }
  return missing;
}

void check_heading(const CheckedPage& page, const Section& section, Findings& findings) {
  if (words_of(section.heading).size() > kLongestHeading || section.heading.empty()) {
    findings.error(4, "",
                   fmt::format("the heading \"{}\" has {} words; 1 to {} are allowed",
                               section.heading, words_of(section.heading).size(), kLongestHeading));
  }
  if (section.edited || is_fixed(page.style(), section.heading)) {
    return;
  }
  if (const auto missing = strangers(section, page.style()); !missing.empty()) {
    findings.error(4, "",
                   fmt::format("the heading \"{}\" is no fixed one, and \"{}\" stands in none of "
                               "its lines",
                               section.heading, fmt::join(missing, " ")));
  }
}

}  // namespace

void check_title(const CheckedPage& page, Findings& findings) {
  const auto& title = page.page().title;
  if (!title.starts_with("FACTBOX: ") && !title.starts_with("What is known about ")) {
    findings.error(1, "",
                   "the title begins neither with \"FACTBOX: \" nor with \"What is known "
                   "about \"");
  }
  if (length_of(title) > kLongestTitle) {
    findings.error(1, "",
                   fmt::format("the title has {} characters; {} are allowed", length_of(title),
                               kLongestTitle));
  }
  for (const auto& word : words_of(title)) {
    if (page.style().evaluative_words.contains(word.folded)) {
      findings.error(1, "", fmt::format("the title judges: \"{}\"", word.folded));
    }
  }
}

void check_lead(const CheckedPage& page, Findings& findings) {
  constexpr std::size_t kMostMore = 3;
  if (!page.page().lead) {
    // What rests on one unnamed source never leads (rule 13); such a page has no lead.
    const bool could =
        std::any_of(page.lines().begin(), page.lines().end(), [](const PlacedLine& placed) {
          return !has_flag(*placed.line, "anonymous") || placed.line->corroboration.origins > 1;
        });
    if (could) {
      findings.error(3, "", "the page has lines but no lead");
    }
    return;
  }
  if (page.page().lead_more.size() > kMostMore) {
    findings.error(3, "",
                   fmt::format("{} lines stand behind the lead; {} are allowed",
                               page.page().lead_more.size(), kMostMore));
  }
  for (std::size_t i = 0; i <= page.page().lead_more.size(); ++i) {
    const auto& line = *page.reading()[i];
    const auto* below = page.line(line.id);
    if (below == nullptr) {
      findings.error(3, line.id, "a line of the lead stands in no section");
    } else if (below->line->text != line.text) {
      findings.error(3, line.id, "a line of the lead has other words below");
    }
  }
}

void check_sections(const CheckedPage& page, Findings& findings) {
  const auto& sections = page.page().sections;
  if (sections.empty() || sections.size() > kMostSections) {
    findings.error(4, "",
                   fmt::format("{} sections; 1 to {} are allowed", sections.size(), kMostSections));
  }
  if (page.lines().size() >= kSmallPage && sections.size() < 2) {
    findings.error(4, "",
                   fmt::format("{} lines in one section; from {} on two are wanted",
                               page.lines().size(), kSmallPage));
  }
  std::set<std::string_view> seen;
  for (const auto& placed : page.lines()) {
    if (!seen.insert(placed.line->id).second) {
      findings.error(4, placed.line->id, "the line stands in the sections twice");
    }
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].lines.empty()) {
      findings.error(4, "", fmt::format("the section \"{}\" is empty", sections[i].heading));
    }
    if (i > 0 && sections[i].order <= sections[i - 1].order) {
      findings.error(4, "", fmt::format("the section \"{}\" is out of order", sections[i].heading));
    }
    check_heading(page, sections[i], findings);
  }
}

void check_lines(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    const auto words = words_of(line.text).size();
    const auto sentences = sentences_of(line.text).size();
    if (words == 0 || sentences > kMostSentences) {
      findings.error(5, line.id, fmt::format("{} sentences; 1 or 2 are allowed", sentences));
    }
    if (words > kLongestLine) {
      findings.error(5, line.id, fmt::format("{} words; {} are allowed", words, kLongestLine));
    }
    // What is told is to be short; who tells it, and through whom, takes the words that it takes.
    if (const auto claim = words_of(line.statement).size(); claim > kLongClaim) {
      findings.warning(
          5, line.id,
          fmt::format("the claim has {} words; {} are enough for most", claim, kLongClaim));
    }
  }
  const auto& points = page.page().key_points;
  if (page.lines().size() >= kSmallPage && (points.size() < 2 || points.size() > 5)) {
    findings.error(5, "", fmt::format("{} key points; 2 to 5 are wanted", points.size()));
  }
  for (const auto& point : points) {
    if (page.line(point) == nullptr) {
      findings.error(5, point, "a key point is no line of the page");
    }
  }
}

void check_length(const CheckedPage& page, Findings& findings) {
  std::size_t length = length_of(page.page().title);
  for (const auto* line : page.reading()) {
    length += length_of(line->text);
  }
  if (length > kLongestPage) {
    findings.warning(6, "", fmt::format("{} characters; {} are enough", length, kLongestPage));
  }
}

}  // namespace factbox::factboxes::checks
