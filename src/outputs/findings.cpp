#include "outputs/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "outputs/readable.h"
#include "outputs/rule_words.h"

namespace factbox::outputs {
namespace {

using factboxes::Factbox;
using factboxes::Finding;
using factboxes::Severity;

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string told(const Finding& finding) {
  const auto& rule = rule_words(finding.rule);
  return fmt::format("  {}, rule {} ({}): {}\n      {}\n",
                     finding.severity == Severity::error ? "error" : "warning", finding.rule,
                     rule.name, readable(finding.why), rule.remedy);
}

/// Adds what was found of one line, below its words; takes it out of those left.
void tell_line(std::string& text, std::vector<Finding>& left, const std::string& id,
               std::string_view words) {
  std::string below;
  for (const auto& finding : left) {
    below += finding.line == id ? told(finding) : "";
  }
  if (!below.empty()) {
    text += fmt::format("{}\n{}\n", words, below);
  }
  std::erase_if(left, [&](const Finding& finding) { return finding.line == id; });
}

}  // namespace

std::string findings_as_json_lines(std::span<const Finding> findings, const Factbox& page) {
  using Json = nlohmann::ordered_json;
  std::map<std::string_view, std::string_view> words;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      words.emplace(line.id, line.text);
    }
  }
  std::string lines;
  for (const auto& finding : findings) {
    const auto& rule = rule_words(finding.rule);
    const auto line = words.find(finding.line);
    const Json json{{"rule", finding.rule},
                    {"name", rule.name},
                    {"severity", finding.severity == Severity::error ? "E" : "W"},
                    {"line", finding.line.empty() ? Json() : Json(finding.line)},
                    {"words", line == words.end() ? Json() : Json(line->second)},
                    {"why", finding.why},
                    {"remedy", rule.remedy}};
    lines += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return lines;
}

std::string findings_as_text(std::span<const Finding> findings, const Factbox& page) {
  std::string text;
  std::vector<Finding> left(findings.begin(), findings.end());
  tell_line(text, left, "", "The page");
  std::size_t lines = 0;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      ++lines;
      tell_line(
          text, left, line.id,
          fmt::format("{}: “{}” ({})", readable(section.heading), readable(line.text), line.id));
    }
  }
  while (!left.empty()) {
    const auto id = left.front().line;
    tell_line(text, left, id, fmt::format("A line that isn't on the page ({})", id));
  }
  const auto errors = static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const Finding& each) { return each.severity == Severity::error; }));
  const auto warnings = findings.size() - errors;
  if (findings.empty()) {
    return fmt::format("{}: nothing to mend.\n", counted(lines, "line"));
  }
  return fmt::format("{}{}: {}, {}.{}\n", text, counted(lines, "line"), counted(errors, "error"),
                     counted(warnings, "warning"),
                     errors > 0 ? " The page can't go out before the errors are mended." : "");
}

}  // namespace factbox::outputs
