#include <fmt/format.h>

#include <map>
#include <set>

#include "factboxes/check.h"

// Rule 25: nothing changes silently.
namespace factbox::factboxes {
namespace {

using Ids = std::set<std::string>;

std::map<std::string, const Line*> lines_of(const Factbox& page) {
  std::map<std::string, const Line*> lines;
  for (const auto& section : page.sections) {
    for (const auto& line : section.lines) {
      lines.emplace(line.id, &line);
    }
  }
  return lines;
}

Ids ids_of(const std::vector<std::string>& list) {
  return {list.begin(), list.end()};
}

}  // namespace

std::vector<Finding> check_changes(const Factbox& page, const Factbox& previous) {
  std::vector<Finding> findings;
  const auto note = [&](const std::string& line, std::string why) {
    findings.push_back({25, Severity::error, line, std::move(why)});
  };
  const auto now = lines_of(page);
  const auto before = lines_of(previous);
  const auto added = ids_of(page.changes.added);
  auto changed = ids_of(page.changes.changed);
  const auto corrected = ids_of(page.changes.corrected);
  changed.insert(corrected.begin(), corrected.end());
  const auto withdrawn = ids_of(page.changes.withdrawn);
  for (const auto& [id, line] : now) {
    const auto old = before.find(id);
    if (old == before.end() && !added.contains(id)) {
      note(id, "the line is new, and the changes don't say so");
    } else if (old != before.end() && old->second->text != line->text && !changed.contains(id)) {
      note(id, "the line has other words than before, and the changes don't say so");
    }
  }
  for (const auto& [id, line] : before) {
    if (!now.contains(id) && !withdrawn.contains(id)) {
      note(id, "the line is gone, and the changes don't say so");
    }
  }
  for (const auto& id : added) {
    if (!now.contains(id) || before.contains(id)) {
      note(id, "the changes call a line added that isn't");
    }
  }
  for (const auto& id : withdrawn) {
    if (now.contains(id) || !before.contains(id)) {
      note(id, "the changes call a line withdrawn that isn't");
    }
  }
  return findings;
}

}  // namespace factbox::factboxes
