#include "case_runner/expect_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "case_runner/case_file.h"
#include "case_runner/case_world.h"
#include "factboxes/compile.h"
#include "stories/compile_story.h"

namespace factbox::cases {
namespace {

using factboxes::Compilation;
using factboxes::Line;

Compilation page_of(const CaseWorld& world) {
  auto reports = world.reports;
  std::ranges::sort(
      reports, [](const auto& a, const auto& b) { return reports::earlier(*a.report, *b.report); });
  const auto story =
      stories::compile_story(reports, *world.knowledge.outlets, *world.knowledge.stories);
  return factboxes::compile(story, reports,
                            {*world.knowledge.outlets, world.knowledge.style,
                             *world.knowledge.stories, world.meanings(), OneByOne{}},
                            {});
}

/// Words that stand bare in a case file: read as it reads them, at commas.
void add(FoundBlock& block, const std::string& name, const std::string& words) {
  const auto values = words.empty() ? Result<std::vector<CaseValue>>{} : read_values(words);
  if (!values || values->empty()) {
    return;
  }
  FoundField field{name, {}};
  for (const CaseValue& value : *values) {
    field.values.push_back({{}, value.words, value.as, value.equals});
  }
  block.fields.push_back(std::move(field));
}

std::string part_of(const factboxes::Factbox& page, const Line& line) {
  std::vector<std::string> parts;
  const bool more =
      std::ranges::any_of(page.lead_more, [&](const Line& each) { return each.id == line.id; });
  if (page.lead && page.lead->id == line.id) {
    parts.emplace_back("lead");
  }
  if (more) {
    parts.emplace_back("more");
  }
  if (std::ranges::find(page.key_points, line.id) != page.key_points.end()) {
    parts.emplace_back("point");
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string history_of(const factboxes::Factbox& page, const Line& line) {
  std::vector<std::string> values;
  for (const auto& figure : page.figures) {
    if (std::ranges::find(figure.lines, line.id) == figure.lines.end()) {
      continue;
    }
    for (const auto& past : figure.history) {
      values.push_back(past.value);
    }
  }
  return fmt::format("{}", fmt::join(values, ", "));
}

}  // namespace

std::vector<FoundBlock> find_line_blocks(const CaseWorld& world) {
  const auto compiled = page_of(world);
  std::vector<FoundBlock> blocks;
  for (const auto& section : compiled.page.sections) {
    for (const auto& line : section.lines) {
      FoundBlock block;
      add(block, "reads", line.text);
      add(block, "under", section.heading);
      add(block, "flags", fmt::format("{}", fmt::join(line.flags, ", ")));
      add(block, "part", part_of(compiled.page, line));
      add(block, "history", history_of(compiled.page, line));
      if (line.status == factboxes::Status::updated) {
        add(block, "status", "updated");
      }
      if (line.status == factboxes::Status::corrected) {
        add(block, "status", "corrected");
      }
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

std::vector<FoundBlock> find_page_blocks(const CaseWorld& world) {
  const auto compiled = page_of(world);
  std::vector<std::string> headings;
  for (const auto& section : compiled.page.sections) {
    headings.push_back(section.heading);
  }
  std::vector<std::string> people;
  std::vector<std::string> titled;
  for (const auto& person : compiled.page.people) {
    people.push_back(person.name);
    for (const auto& role : person.roles) {
      titled.push_back(fmt::format("{} ({})", person.name, role.title));
    }
  }
  std::vector<std::string> rules;
  for (const auto& each : compiled.withheld) {
    rules.push_back(fmt::format("{}", each.finding.rule));
  }
  FoundBlock block;
  add(block, "title", compiled.page.title);
  add(block, "sections", fmt::format("{}", fmt::join(headings, ", ")));
  add(block, "people", fmt::format("{}", fmt::join(people, ", ")));
  add(block, "titles", fmt::format("{}", fmt::join(titled, ", ")));
  add(block, "against", fmt::format("{}", compiled.page.contradictions.size()));
  add(block, "withheld", rules.empty() ? "none" : fmt::format("{}", fmt::join(rules, ", ")));
  return {block};
}

}  // namespace factbox::cases
