#include "reports/pages/names.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

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

/// "Ann Lee (ale)" signs with her letters.
std::string_view without_letters(std::string_view name) {
  constexpr std::size_t kMostLetters = 6;
  const std::size_t open = name.rfind(" (");
  if (!name.ends_with(')') || open == std::string_view::npos ||
      name.size() - open > kMostLetters + 3 || any_letter(name.substr(open), is_capital)) {
    return name;
  }
  return name.substr(0, open);
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

/// What stands between two marks or words that part names.
struct Part {
  std::string_view words;
  bool behind_comma = false;
  bool is_role = false;
};

std::vector<Part> cut_parts(std::string_view byline, const PageRules& rules) {
  constexpr std::array<std::string_view, 6> kMarks{", ", " & ", " | ", ";", " / ", "\n"};
  std::vector<Part> parts;
  std::string_view rest = trimmed(byline);
  bool behind_comma = false;
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
    const std::string_view words = trimmed(rules.without_opener(trimmed(rest.substr(0, end))));
    if (!words.empty()) {
      parts.push_back({words, behind_comma, rules.is_role(words)});
    }
    behind_comma = end < rest.size() && rest[end] == ',';
    rest.remove_prefix(std::min(rest.size(), end + size));
  }
  return parts;
}

}  // namespace

std::vector<std::string> split_names(std::string_view byline, const PageRules& rules) {
  const std::vector<Part> parts = cut_parts(byline, rules);
  const bool names_somebody = std::ranges::any_of(parts, [](const Part& p) { return !p.is_role; });
  std::vector<std::string> names;
  bool behind_role = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    if (part.is_role && names_somebody) {
      behind_role = true;
      continue;
    }
    // "Ann Lee, Senior Editor, Sea, Coast": behind a role stand its fields, or the next name,
    // which has a role of its own.
    const bool has_role = i + 1 < parts.size() && parts[i + 1].is_role;
    const bool is_whole = part.words.find(' ') != std::string_view::npos;
    if (behind_role && part.behind_comma && !(has_role && is_whole)) {
      continue;
    }
    behind_role = false;
    const std::string_view name = trimmed(without_letters(rules.without_place(part.words)));
    if (is_name(name) && std::ranges::find(names, name) == names.end()) {
      names.emplace_back(name);
    }
  }
  return names;
}

}  // namespace factbox::reports::pages
