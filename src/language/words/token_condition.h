/// \file
/// What a rule asks of a token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/words/pattern.h"
#include "language/words/string_table.h"

namespace factbox::language {

class Packed;
class PackedFile;

/// A token as rules see it.
struct RuledToken {
  LabelId tag = Labels::kNone;
  LabelId arc = Labels::kNone;
  std::uint32_t word = 0;  ///< what rules can tell of its letters: RuleWords::key_of
  friend bool operator==(const RuledToken&, const RuledToken&) = default;
};

/// The words and patterns that the rules of a package name, so that all they can ask of a word is
/// answered by one number.
class RuleWords {
 public:
  static constexpr std::uint32_t kMaxWords = 0xFFFE;
  static constexpr std::uint32_t kMaxPatterns = 15;

  /// The word's number in keys.
  [[nodiscard]] std::uint32_t add_word(std::string_view lower) { return words_.add(lower).index; }
  /// The pattern's number in keys; one that is beyond PCRE2 is unsupported.
  [[nodiscard]] Result<std::uint32_t> add_pattern(std::string_view python);
  [[nodiscard]] bool is_too_much() const {
    return words_.size() > kMaxWords || patterns_.size() > kMaxPatterns;
  }

  /// Rules tell two words apart only if this differs.
  [[nodiscard]] std::uint32_t key_of(std::string_view lower, bool is_space,
                                     PatternMemory& memory) const;

  [[nodiscard]] static std::uint32_t word_in(std::uint32_t key) { return key >> 16U; }
  [[nodiscard]] static bool finds(std::uint32_t key, std::uint32_t pattern) {
    return (key >> (pattern + 1) & 1U) != 0;
  }
  [[nodiscard]] static bool is_space(std::uint32_t key) { return (key & 1U) != 0; }

 private:
  StringTable words_;
  std::vector<Pattern> patterns_;
};

/// Tests of one token that must all hold.
class TokenCondition {
 public:
  /// Reads a map such as {"TAG": "VBZ", "LOWER": {"IN": ["is", "'s"]}}. Fails as unsupported where
  /// it asks for something else than LOWER, TAG, DEP and IS_SPACE, or in another way than by a
  /// value, IN, NOT_IN and REGEX; as malformed where values are of another kind.
  [[nodiscard]] static Result<TokenCondition> read(const Packed& map, RuleWords& words,
                                                   Labels& labels);

  [[nodiscard]] bool holds(const RuledToken& token) const;

 private:
  enum class Subject : std::uint8_t { tag, arc, word, pattern, space };
  struct Test {
    Subject subject = Subject::tag;
    std::vector<std::uint32_t> values;
    bool wanted = true;  ///< one of the values, or none of them
  };

  [[nodiscard]] static bool holds(const Test& test, const RuledToken& token);
  [[nodiscard]] static Result<Test> read_test(std::string_view key, std::string_view way,
                                              const Packed& value, RuleWords& words,
                                              Labels& labels);

  std::vector<Test> tests_;
};

}  // namespace factbox::language
