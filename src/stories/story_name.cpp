#include "stories/story_name.h"

#include <algorithm>
#include <string_view>

#include "texts/parts.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kLongest = 160;  // of a sentence that stands for a title
constexpr std::size_t kShortest = 25;  // a full stop before is one of an abbreviation
constexpr std::size_t kShortWord = 3;  // "Gov.", "St.": too short to end a sentence surely

/// The first sentence, as far as it can be told without reading the text.
std::string_view first_sentence(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  for (auto at = line.find_first_of(".!?"); at != std::string_view::npos;
       at = line.find_first_of(".!?", at + 1)) {
    const auto word = line.rfind(' ', at);
    const bool ends = at + 1 == line.size() || line[at + 1] == ' ';
    const bool is_short =
        line[at] == '.' && word != std::string_view::npos && at - word - 1 <= kShortWord;
    if (at >= kShortest && ends && !is_short) {
      return line.substr(0, line[at] == '.' ? at : at + 1);
    }
  }
  return line;
}

}  // namespace

std::string name_of(const RunningStory& story, std::span<const reports::ReportPtr> reports) {
  if (!story.title.empty()) {
    return story.title;
  }
  for (const auto number : story.reports) {
    const auto& report = *reports[number];
    if (report.text.empty()) {
      continue;
    }
    const std::string_view text = report.text;
    const auto sentence = first_sentence(text.substr(texts::dateline_length(text)));
    return sentence.size() <= kLongest
               ? std::string{sentence}
               : std::string{sentence.substr(0, sentence.rfind(' ', kLongest))} + " …";
  }
  return "";
}

}  // namespace factbox::stories
