#include "reports/pages/names.h"

#include <algorithm>
#include <array>

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kLongestName = 60;

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kMarks = " \t\n,;|.:*";
  const std::size_t begin = words.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) {
    return "";
  }
  return words.substr(begin, words.find_last_not_of(kMarks) - begin + 1);
}

bool is_name(std::string_view words) {
  const bool has_digits =
      std::ranges::count_if(words, [](char c) { return c >= '0' && c <= '9'; }) > 1;
  return words.size() >= 2 && words.size() <= kLongestName && !has_digits &&
         // not English: addresses.
         words.find("http") == std::string_view::npos &&
         // not English: addresses.
         words.find("www.") == std::string_view::npos && words.find('@') == std::string_view::npos;
}

}  // namespace

std::vector<std::string> split_names(std::string_view byline, const PageRules& rules) {
  constexpr std::array<std::string_view, 6> kMarks{", ", " & ", " | ", "; ", " / ", "\n"};
  std::vector<std::string> names;
  std::string_view rest = trimmed(byline);
  while (!rest.empty()) {
    std::size_t end = rest.size();
    std::size_t size = 0;
    const auto part_at = [&](std::string_view between) {
      const std::size_t at = rest.find(between);
      if (at < end) {
        end = at;
        size = between.size();
      }
    };
    std::ranges::for_each(kMarks, part_at);
    std::ranges::for_each(rules.between_names(), part_at);
    const std::string_view name = trimmed(rules.without_opener(trimmed(rest.substr(0, end))));
    if (is_name(name) && std::ranges::find(names, name) == names.end()) {
      names.emplace_back(name);
    }
    rest.remove_prefix(std::min(rest.size(), end + size));
  }
  return names;
}

}  // namespace factbox::reports::pages
