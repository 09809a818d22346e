#include "desk/pick_story.h"

#include <fmt/format.h>

#include "stories/story_search.h"
#include "stories/story_stream.h"

namespace factbox::desk {
namespace {

StoryShown shown(const stories::RunningStory& story) {
  return {story.id, story.title, story.reports.size()};
}

}  // namespace

Result<std::vector<reports::ReportPtr>> pick_story(const std::string& words,
                                                   const std::vector<reports::ReportPtr>& reports,
                                                   std::shared_ptr<const stories::Lexicon> lexicon,
                                                   Listener& listener) {
  stories::StoryStream stream{lexicon};
  for (const auto& report : reports) {
    static_cast<void>(stream.place(*report));
  }
  const auto& running = stream.stories();
  const auto search = stories::find_story(words, running, reports, lexicon);
  std::vector<StoryShown> others;
  for (const auto& found : search.nearest) {
    if (search.taken != found.story) {
      others.push_back(shown(running[found.story]));
    }
  }
  if (!search.taken && others.empty()) {
    return tl::unexpected(
        Error{ErrorKind::not_found, fmt::format("no story has any of the words \"{}\"", words)});
  }
  if (!search.taken) {
    std::string why = fmt::format("no story holds two thirds of \"{}\"; the nearest are:\n", words);
    for (const auto& other : others) {
      why += as_line(other);
    }
    why.pop_back();
    return tl::unexpected(Error{ErrorKind::not_found, std::move(why)});
  }
  const auto& taken = running[*search.taken];
  auto told = shown(taken);
  told.reports = search.reports.size();
  listener.picked(told, others);
  std::vector<reports::ReportPtr> picked;
  for (const auto number : search.reports) {
    picked.push_back(reports[number]);
  }
  return picked;
}

std::string as_line(const StoryShown& story) {
  return fmt::format("  {}  {} ({} report{})\n", story.id, story.title, story.reports,
                     story.reports == 1 ? "" : "s");
}

}  // namespace factbox::desk
