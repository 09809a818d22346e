#include "case_runner/expect_story.h"

#include <fmt/format.h>

#include <set>
#include <span>
#include <string>

#include "case_runner/case_world.h"
#include "desk/placing.h"
#include "stories/story_stream.h"

namespace factbox::cases {
namespace {

stories::StoryStream placed(const CaseWorld& world) {
  std::vector<reports::ReportPtr> reports;
  bool headlines = false;
  for (const statements::ReadReport& read : world.reports) {
    reports.push_back(read.report);
    headlines = headlines || desk::is_headline(*read.report);
  }
  stories::StoryStream stream{world.knowledge.stories};
  desk::place(reports, {world.knowledge.reading->dates, headlines ? &world.meanings() : nullptr},
              OneByOne{}, stream);
  return stream;
}

/// "1", "3-5": the first report of a case is 1.
std::vector<FoundValue> numbers(std::span<const std::uint32_t> reports) {
  std::vector<FoundValue> told;
  for (std::size_t i = 0; i < reports.size();) {
    std::size_t end = i + 1;
    while (end < reports.size() && reports[end] == reports[end - 1] + 1) {
      ++end;
    }
    told.push_back({{}, fmt::format("{}", reports[i] + 1), {}, {}});
    if (end > i + 1) {
      told.back().words += fmt::format("-{}", reports[end - 1] + 1);
    }
    i = end;
  }
  return told;
}

std::string day_of(const std::optional<Instant>& instant) {
  return instant ? to_iso_day(*instant) : "undated";
}

void add(FoundBlock& block, const char* name, std::string words) {
  block.fields.push_back({name, {{{}, std::move(words), {}, {}}}});
}

}  // namespace

std::vector<FoundBlock> find_story_blocks(const CaseWorld& world) {
  const stories::StoryStream stream = placed(world);
  std::vector<FoundBlock> blocks;
  for (const stories::RunningStory& story : stream.stories()) {
    if (story.reports.empty()) {
      continue;
    }
    FoundBlock block;
    block.fields.push_back({"holds", numbers(story.reports)});
    add(block, "first", day_of(story.first));
    add(block, "last", day_of(story.last));
    std::set<std::uint32_t> origins;
    for (const std::uint32_t report : story.reports) {
      origins.insert(stream.placements()[report].origin);
    }
    add(block, "origins", std::to_string(origins.size()));
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::vector<FoundBlock> find_change_blocks(const CaseWorld& world) {
  const stories::StoryStream stream = placed(world);
  std::vector<FoundBlock> blocks;
  for (const stories::StoryEvent& event : stream.events()) {
    FoundBlock block;
    add(block, "what", stories::name_of(event.kind));
    block.fields.push_back({"moved", numbers(event.reports)});
    add(block, "after", std::to_string(event.after + 1));
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace factbox::cases
