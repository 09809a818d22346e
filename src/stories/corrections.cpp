#include "stories/corrections.h"

#include <string_view>

#include "stories/words.h"

namespace factbox::stories {
namespace {

constexpr std::size_t kFirstWords = 3;

bool corrects(std::string_view word, const Lexicon& lexicon) {
  return lexicon.mark_of(lexicon.base_of(word)) == ClaimMark::corrects;
}

/// A mark that parts a label from a headline follows.
bool is_label(std::string_view after) {
  const auto sign = after.find_first_not_of(' ');
  if (sign == std::string_view::npos) {
    return false;
  }
  const std::string_view rest = after.substr(sign);
  const bool dash =
      rest.starts_with("-") || rest.starts_with("\u2013") || rest.starts_with("\u2014");
  return rest.starts_with(":") || (dash && sign > 0);
}

}  // namespace

bool is_correction(const reports::Report& report, const Lexicon& lexicon) {
  const auto title = split_words(report.title, kFirstWords);
  if (!title.empty() && corrects(title.front().folded, lexicon) &&
      is_label(std::string_view{report.title}.substr(title.front().where.end))) {
    return true;
  }
  const std::string_view text = report.text;
  const auto open = text.find_first_not_of(" \t\r\n");
  if (open == std::string_view::npos || text[open] != '(') {
    return false;
  }
  const auto words = split_words(text.substr(open), kFirstWords);
  return !words.empty() && corrects(words.front().folded, lexicon);
}

}  // namespace factbox::stories
