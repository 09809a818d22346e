#include "statements/dateline.h"

#include <algorithm>

namespace factbox::statements {
namespace {

bool is_dash(std::string_view word) {
  return word.starts_with("-") || word.starts_with("\xE2\x80\x93") ||
         word.starts_with("\xE2\x80\x94");
}

bool in_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (const char letter : word) {
    if (letter >= 'a' && letter <= 'z') {
      return false;
    }
    letters += letter >= 'A' && letter <= 'Z';
  }
  return letters >= 2;
}

}  // namespace

Dateline dateline_of(const Reading& reading) {
  constexpr Token kLongest = 22;
  if (reading.field() == Field::title) {
    return {};
  }
  Dateline dateline;
  Token open = kNoToken;
  bool capitals = false;
  for (Token token = 0; token < std::min(kLongest, reading.size()); ++token) {
    const std::string_view word = reading.word(token);
    if (token > 0 && reading.starts_paragraph(token)) {
      return {};
    }
    if (word == "(") {
      open = token + 1;
    } else if (word == ")" && open != kNoToken && open < token) {
      dateline.agency = reading.bytes({open, token}).in(reading.text());
    } else if (is_dash(word) && token > 0 && (capitals || !dateline.agency.empty())) {
      const auto ends = [&](Token at) { return reading.words().range(at).end; };
      const bool before = reading.words().range(token).begin > ends(token - 1);
      const bool after =
          token + 1 < reading.size() && reading.words().range(token + 1).begin > ends(token);
      if (!before && !after && dateline.agency.empty()) {
        continue;
      }
      dateline.tokens = {0, token + 1};
      return dateline;
    } else if (word == ":" && capitals && open == kNoToken) {
      dateline.tokens = {0, token + 1};
      return dateline;
    } else if (open == kNoToken) {
      if (token == 0) {
        capitals = in_capitals(word);
      }
      const bool glued = token == 0 && capitals && (word.ends_with('-') || word.ends_with(":"));
      if (glued) {
        dateline.tokens = {0, 1};
        return dateline;
      }
      if (reading.has_tense(token) && !capitals) {
        return {};
      }
      const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
      if (small && !capitals) {
        return {};
      }
    }
  }
  return {};
}

}  // namespace factbox::statements
