/// \file
/// The words of one statement's content, for those who read them.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "statements/read_report.h"
#include "stories/word_keys.h"

namespace factbox::stories {

/// True where a word is one of a few.
[[nodiscard]] inline bool one_of(std::string_view word,
                                 std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// The same for a value.
template <class Value>
requires std::is_enum_v<Value>
bool one_of(Value value, std::initializer_list<Value> values) {
  return std::ranges::find(values, value) != values.end();
}

/// The mentions of a list, ordered by their passages, that lie within the content.
template <class Mention, class Do>
void each_within(const std::vector<Mention>& mentions, const statements::Statement& statement,
                 Do act) {
  for (const ByteRange content : statement.content) {
    auto at = std::lower_bound(mentions.begin(), mentions.end(),
                               Passage{statement.field, {content.begin, 0}},
                               [](const Mention& m, const Passage& p) { return m.where < p; });
    for (; at != mentions.end() && at->where.field == statement.field &&
           at->where.range.begin < content.end;
         ++at) {
      if (content.covers(at->where.range)) {
        act(*at);
      }
    }
  }
}

/// The words of a statement's content, and what each of them counts for.
class ContentTokens {
 public:
  ContentTokens(const statements::Statement& statement, const texts::Sheet& sheet);

  /// In order.
  [[nodiscard]] std::span<const std::uint32_t> all() const { return all_; }
  [[nodiscard]] bool holds(std::uint32_t token) const {
    return token >= first_ && token - first_ < skipped_.size() &&
           std::binary_search(all_.begin(), all_.end(), token);
  }
  /// 0: counts for nothing.
  [[nodiscard]] WordKey key(std::uint32_t token) const { return keys_[token - first_]; }
  void set_key(std::uint32_t token, WordKey key) { keys_[token - first_] = key; }
  [[nodiscard]] bool is_skipped(std::uint32_t token) const { return skipped_[token - first_]; }
  void skip(std::uint32_t token) { skipped_[token - first_] = true; }

  template <class Do>
  void each_of(Passage where, Do act) const {
    if (where.field != statement_.field) {
      return;
    }
    for (std::uint32_t t = sheet_.token_at(where.range.begin);
         t < sheet_.size() && sheet_.range(t).begin < where.range.end; ++t) {
      if (holds(t)) {
        act(t);
      }
    }
  }

 private:
  const statements::Statement& statement_;
  const texts::Sheet& sheet_;
  std::vector<std::uint32_t> all_;
  std::uint32_t first_ = 0;
  std::vector<WordKey> keys_;  ///< by token from the first
  std::vector<bool> skipped_;
};

/// A statement and its words.
struct ContentView {
  const statements::ReadReport& report;
  const statements::Statement& statement;
  const texts::Sheet& sheet;
  ContentTokens& tokens;
};

}  // namespace factbox::stories
