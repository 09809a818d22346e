#include "cli/pick_story.h"

#include <fmt/format.h>

#include <ostream>

#include "stories/story_search.h"
#include "stories/story_stream.h"

namespace factbox::cli {
namespace {

std::string shown(const stories::RunningStory& story) {
  return fmt::format("  {}  {} ({} report{})\n", story.id, story.title, story.reports.size(),
                     story.reports.size() == 1 ? "" : "s");
}

}  // namespace

Result<std::vector<reports::ReportPtr>> pick_story(const std::string& words,
                                                   const std::vector<reports::ReportPtr>& reports,
                                                   std::shared_ptr<const stories::Lexicon> lexicon,
                                                   std::ostream& messages) {
  stories::StoryStream stream{lexicon};
  for (const auto& report : reports) {
    static_cast<void>(stream.place(*report));
  }
  const auto& running = stream.stories();
  const auto search = stories::find_story(words, running, reports, lexicon);
  std::string others;
  for (const auto& found : search.nearest) {
    if (search.taken != found.story) {
      others += shown(running[found.story]);
    }
  }
  if (!search.taken) {
    return tl::unexpected(Error{
        ErrorKind::not_found,
        others.empty() ? fmt::format("no story has any of the words \"{}\"", words)
                       : fmt::format("no story holds two thirds of \"{}\"; the nearest are:\n{}",
                                     words, others.substr(0, others.size() - 1))});
  }
  messages << "factbox: the story is\n" << shown(running[*search.taken]);
  if (!others.empty()) {
    messages << "factbox: next to it come\n" << others;
  }
  std::vector<reports::ReportPtr> picked;
  for (const auto number : running[*search.taken].reports) {
    picked.push_back(reports[number]);
  }
  return picked;
}

}  // namespace factbox::cli
