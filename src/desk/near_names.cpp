#include "desk/near_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/letters.h"

namespace factbox::desk {
namespace {

constexpr std::size_t kLongestName = 64;  // longer ones are no names; the cost is their square
constexpr std::size_t kLettersPerSlip = 4;

/// The letters of words, made alike where only case or accents differ.
std::u32string letters_of(std::string_view words) {
  std::u32string letters;
  const std::string alike = folded(words);
  for (std::size_t at = 0; at < alike.size();) {
    const auto letter = letter_at(alike, at);
    letters += letter.code;
    at += std::max<std::size_t>(letter.bytes, 1);
  }
  return letters;
}

/// How many letters are to be put in, left out, changed or swapped with the next.
std::size_t slips(const std::u32string& a, const std::u32string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> before(width);
  std::vector<std::size_t> above(width);
  std::vector<std::size_t> row(width);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above.back();
}

bool has_word(const std::u32string& name, const std::u32string& word) {
  return (U" " + name + U" ").find(U" " + word + U" ") != std::u32string::npos;
}

}  // namespace

std::vector<std::string> near_names(std::string_view wanted, std::span<const CountedName> names,
                                    std::size_t most) {
  struct Near {
    std::size_t slips;
    std::size_t times;
    const std::string* name;
  };
  const auto sought = letters_of(wanted);
  const auto allowed = sought.size() / kLettersPerSlip;
  std::vector<Near> found;
  for (const CountedName& each : names) {
    if (each.name.size() > kLongestName || wanted.size() > kLongestName) {
      continue;
    }
    const auto name = letters_of(each.name);
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

}  // namespace factbox::desk
