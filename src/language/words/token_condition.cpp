#include "language/words/token_condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "language/package_file.h"
#include "language/words/unicode.h"

namespace factbox::language {
namespace {

tl::unexpected<Error> unsupported(std::string_view key, std::string_view way) {
  return tl::unexpected(Error{ErrorKind::unsupported, fmt::format("it asks for {} {}", key, way)});
}

tl::unexpected<Error> malformed(std::string_view key) {
  return tl::unexpected(
      Error{ErrorKind::malformed, fmt::format("{} has a value of another kind", key)});
}

std::optional<std::string_view> utf8(const Packed& value) {
  const auto text = value.text();
  return text && first_invalid_byte(*text) == text->size() ? text : std::nullopt;
}

}  // namespace

Result<std::uint32_t> RuleWords::add_pattern(std::string_view python) {
  FB_TRY(pattern, Pattern::compile(python));
  patterns_.push_back(std::move(pattern));
  return static_cast<std::uint32_t>(patterns_.size() - 1);
}

std::uint32_t RuleWords::key_of(std::string_view lower, bool is_space,
                                PatternMemory& memory) const {
  const std::uint32_t known = words_.find(lower);
  std::uint32_t key = (known == StringTable::kNone ? kMaxWords + 1 : known) << 16U;
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    if (patterns_[i].search(lower, memory)) {
      key |= 1U << (i + 1);
    }
  }
  return key | (is_space ? 1U : 0U);
}

Result<TokenCondition> TokenCondition::read(const Packed& map, RuleWords& words, Labels& labels) {
  TokenCondition condition;
  if (!map.is_map()) {
    return malformed("a condition");
  }
  for (std::size_t i = 0; i < map.size(); ++i) {
    const auto key = map.key(i).text();
    if (!key) {
      return malformed("a condition");
    }
    const Packed value = map.at(i);
    for (std::size_t j = 0; j < (value.is_map() ? value.size() : 1); ++j) {
      const auto way = value.is_map() ? value.key(j).text() : "";
      if (!way) {
        return malformed(*key);
      }
      FB_TRY(test, read_test(*key, *way, value.is_map() ? value.at(j) : value, words, labels));
      condition.tests_.push_back(std::move(test));
    }
  }
  return condition;
}

Result<TokenCondition::Test> TokenCondition::read_test(std::string_view key, std::string_view way,
                                                       const Packed& value, RuleWords& words,
                                                       Labels& labels) {
  Test test;
  test.wanted = way != "NOT_IN";
  if (key == "IS_SPACE") {
    const auto is_space = value.boolean();
    if (!is_space || !way.empty()) {
      return malformed(key);
    }
    test.subject = Subject::space;
    test.values = {*is_space ? 1U : 0U};
    return test;
  }
  if (key == "LOWER" && way == "REGEX") {
    const auto text = utf8(value);
    if (!text) {
      return malformed(key);
    }
    FB_TRY(pattern, words.add_pattern(*text));
    test.subject = Subject::pattern;
    test.values = {pattern};
    return test;
  }
  if (key != "LOWER" && key != "TAG" && key != "DEP") {
    return unsupported(key, way);
  }
  if (!way.empty() && way != "IN" && way != "NOT_IN") {
    return unsupported(key, way);
  }
  if (key != "TAG") {
    test.subject = key == "DEP" ? Subject::arc : Subject::word;
  }
  if (!way.empty() && !value.is_list()) {
    return malformed(key);
  }
  for (std::size_t i = 0; i < (way.empty() ? 1 : value.size()); ++i) {
    const auto text = utf8(way.empty() ? value : value.at(i));
    if (!text) {
      return malformed(key);
    }
    test.values.push_back(key == "LOWER" ? words.add_word(*text) : labels.add(*text));
  }
  std::sort(test.values.begin(), test.values.end());
  return test;
}

bool TokenCondition::holds(const RuledToken& token) const {
  return std::all_of(tests_.begin(), tests_.end(),
                     [&](const Test& test) { return holds(test, token); });
}

bool TokenCondition::holds(const Test& test, const RuledToken& token) {
  std::uint32_t value = 0;
  switch (test.subject) {
    case Subject::tag:
      value = token.tag;
      break;
    case Subject::arc:
      value = token.arc;
      break;
    case Subject::word:
      value = RuleWords::word_in(token.word);
      break;
    case Subject::pattern:
      return RuleWords::finds(token.word, test.values.front());
    case Subject::space:
      value = RuleWords::is_space(token.word) ? 1 : 0;
      break;
  }
  return std::binary_search(test.values.begin(), test.values.end(), value) == test.wanted;
}

}  // namespace factbox::language
