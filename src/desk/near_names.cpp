#include "desk/near_names.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>

namespace factbox::desk {
namespace {

constexpr std::size_t kLongestName = 64;  // longer ones are no names; the cost is their square
constexpr std::size_t kLettersPerSlip = 4;

icu::UnicodeString folded(std::string_view words) {
  auto all = icu::UnicodeString::fromUTF8(
      icu::StringPiece{words.data(), static_cast<std::int32_t>(words.size())});
  return all.foldCase();
}

/// How many letters are to be put in, left out, changed or swapped with the next.
std::size_t slips(const icu::UnicodeString& a, const icu::UnicodeString& b) {
  const auto width = static_cast<std::size_t>(b.length()) + 1;
  std::vector<std::size_t> before(width);
  std::vector<std::size_t> above(width);
  std::vector<std::size_t> row(width);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::int32_t i = 1; i <= a.length(); ++i) {
    row[0] = static_cast<std::size_t>(i);
    for (std::int32_t j = 1; j <= b.length(); ++j) {
      const auto at = static_cast<std::size_t>(j);
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      row[at] = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[at] = std::min(row[at], before[at - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above.back();
}

bool has_word(const icu::UnicodeString& name, const icu::UnicodeString& word) {
  const icu::UnicodeString space{" "};
  return (space + name + space).indexOf(space + word + space) >= 0;
}

}  // namespace

std::vector<std::string> near_names(std::string_view wanted, std::span<const CountedName> names,
                                    std::size_t most) {
  struct Near {
    std::size_t slips;
    std::size_t times;
    const std::string* name;
  };
  const auto sought = folded(wanted);
  const auto allowed = static_cast<std::size_t>(sought.length()) / kLettersPerSlip;
  std::vector<Near> found;
  for (const CountedName& each : names) {
    if (each.name.size() > kLongestName || wanted.size() > kLongestName) {
      continue;
    }
    const auto name = folded(each.name);
    if (name == sought) {
      continue;
    }
    const bool part = has_word(name, sought) || has_word(sought, name);
    const auto apart = part ? 1 : slips(sought, name);
    if (part || apart <= allowed) {
      found.push_back({apart, each.times, &each.name});
    }
  }
  std::ranges::stable_sort(found, [](const Near& a, const Near& b) {
    return a.slips != b.slips   ? a.slips < b.slips
           : a.times != b.times ? a.times > b.times
                                : *a.name < *b.name;
  });
  std::vector<std::string> nearest;
  for (const Near& each : found) {
    if (nearest.size() < most && std::ranges::find(nearest, *each.name) == nearest.end()) {
      nearest.push_back(*each.name);
    }
  }
  return nearest;
}

std::string as_choice(std::span<const std::string> names) {
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    words += i == 0 ? "" : i + 1 == names.size() ? " or " : ", ";
    words += fmt::format("“{}”", names[i]);
  }
  return words;
}

std::string in_small_letters(std::string_view words) {
  std::string small;
  folded(words).toUTF8String(small);
  return small;
}

}  // namespace factbox::desk
