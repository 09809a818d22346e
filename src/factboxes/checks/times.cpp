#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/instant.h"
#include "factboxes/checks/marks.h"
#include "factboxes/checks/rules.h"
#include "factboxes/words.h"

// Rules 19 and 24: printed dates, and a background in order.
namespace factbox::factboxes::checks {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The text without what stands in quotation marks and without the names of those who said it.
std::string outside(const Line& line) {
  std::string text = line.text;
  const auto blank = [&](std::size_t from, std::size_t length) {
    text.replace(from, length, length, ' ');
  };
  for (const Quoted& one : outermost(quoted_in(line.text))) {
    blank(one.inside.begin, one.inside.size());
  }
  for (const auto& each : line.attribution) {
    for (const auto& name : {each.member.name, each.member.description}) {
      for (auto at = name.empty() ? std::string::npos : text.find(name); at != std::string::npos;
           at = text.find(name, at + name.size())) {
        blank(at, name.size());
      }
    }
  }
  return text;
}

std::optional<unsigned> number_of(const HouseStyle::CalendarNames& names, std::string_view word) {
  const auto found = names.find(word);
  return found == names.end() ? std::nullopt : std::optional{found->second};
}

std::optional<int> number(std::string_view word) {
  if (word.empty() || word.size() > 4 ||
      !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : word) {
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Days that the text prints ("12 April 2026", "12 April"); the year is that of `otherwise` where
/// none stands there.
std::vector<sys_days> printed_days(const std::string& text, int otherwise,
                                   const HouseStyle& style) {
  std::vector<sys_days> found;
  const auto words = words_of(text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto month = number_of(style.months, words[i].folded);
    const auto day = number(words[i - 1].folded);
    if (!month || !day) {
      continue;
    }
    const auto year = i + 1 < words.size() ? number(words[i + 1].folded) : std::nullopt;
    const year_month_day date{std::chrono::year{year && *year >= 1000 ? *year : otherwise} /
                              static_cast<int>(*month) / *day};
    if (date.ok()) {
      found.emplace_back(date);
    }
  }
  return found;
}

/// What a relative word allows: how many days from the day of the report.
struct Allowed {
  int from = 0;
  int to = 0;
  std::optional<unsigned> weekday;  ///< 0: Sunday
};

std::optional<Allowed> allowed_by(std::string_view words, const HouseStyle& style) {
  for (const auto& word : words_of(words)) {
    if (const auto weekday = number_of(style.weekdays, word.folded)) {
      return Allowed{-14, 14, *weekday % 7};
    }
  }
  // A report's day in its own zone and in ours can be one apart.
  if (holds_phrase(words, "today") || holds_phrase(words, "tonight") ||
      holds_phrase(words, "this morning")) {
    return Allowed{-1, 1, std::nullopt};
  }
  if (holds_phrase(words, "yesterday") || holds_phrase(words, "last night")) {
    return Allowed{-2, 0, std::nullopt};
  }
  if (holds_phrase(words, "tomorrow")) {
    return Allowed{0, 2, std::nullopt};
  }
  return std::nullopt;
}

/// Works out anew, as far as a calendar can, whether the words may mean one of the days printed.
void replay_resolution(const CheckedPage& page, const Line& line, const Evidence& evidence,
                       Findings& findings) {
  const auto bytes = page.replay(evidence);
  const auto* report = page.report(evidence.report);
  if (!bytes || !report->published_at) {
    return;
  }
  const auto allowed = allowed_by(*bytes, page.style());
  const auto day =
      std::chrono::floor<days>(report->published_at->first + report->published_at->offset);
  const auto printed =
      printed_days(line.text, static_cast<int>(year_month_day{day}.year()), page.style());
  if (!allowed || printed.empty()) {
    return;
  }
  const bool fits = std::any_of(printed.begin(), printed.end(), [&](sys_days each) {
    const auto off = (each - day).count();
    return off >= allowed->from && off <= allowed->to &&
           (!allowed->weekday || std::chrono::weekday{each}.c_encoding() == *allowed->weekday);
  });
  if (!fits) {
    findings.error(19, line.id,
                   fmt::format("\"{}\", in a report of {}, can't be the date that is printed",
                               *bytes, to_iso_day(day)));
  }
}

std::string event_of(const Line& line) {
  return line.event ? line.event->value : std::string{};
}

}  // namespace

void check_times(const CheckedPage& page, Findings& findings) {
  for (const auto& placed : page.lines()) {
    const auto& line = *placed.line;
    auto text = outside(line);
    for (const auto& day : page.style().named_days) {
      text = without_phrase(std::move(text), day);
    }
    const auto words = folded(text);
    for (const auto& phrase : page.style().strict_relative_times) {
      if (words.find(" " + phrase + " ") != std::string::npos) {
        findings.error(19, line.id, fmt::format("\"{}\" is printed as it is", phrase));
      }
    }
    for (const auto& phrase : page.style().loose_relative_times) {
      if (words.find(" " + phrase + " ") != std::string::npos &&
          !has_flag(line, "unresolved_time")) {
        findings.error(
            19, line.id,
            fmt::format("\"{}\" is printed as it is, and not flagged as unresolved", phrase));
      }
    }
    for (const auto& evidence : line.evidence) {
      if (evidence.part == Part::time) {
        replay_resolution(page, line, evidence, findings);
      }
    }
  }
}

void check_background(const CheckedPage& page, Findings& findings) {
  const auto& sections = page.page().sections;
  for (std::size_t s = 0; s < sections.size(); ++s) {
    if (sections[s].kind != SectionKind::background) {
      continue;
    }
    if (s + 1 != sections.size()) {
      findings.error(24, "", "the background isn't the last section");
    }
    std::string before;
    for (const auto& line : sections[s].lines) {
      const auto event = event_of(line);
      const auto time = read_time(event);
      if (!time) {
        findings.error(24, line.id, "a line of the background has no date");
        continue;
      }
      if (event < before) {
        findings.error(24, line.id, "the background doesn't run from the oldest to the newest");
      }
      before = event;
      const auto first = read_time(page.page().compiled.first);
      if (first && time->first >= first->past) {
        findings.error(24, line.id, "the event is younger than the story's first report");
      }
      const auto year = event.substr(0, 4);
      if (!holds_phrase(line.text, year)) {
        findings.error(24, line.id, fmt::format("the year {} isn't printed", year));
      }
    }
  }
}

}  // namespace factbox::factboxes::checks
