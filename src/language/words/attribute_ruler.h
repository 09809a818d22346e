/// \file
/// Rules that give words their part of speech, morphology and some lemmas.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "language/labels.h"
#include "language/words/lexicon.h"
#include "language/words/pattern.h"
#include "language/words/token.h"
#include "language/words/token_condition.h"

namespace factbox::language {

class Packed;
class PackedFile;

/// What is known of the tokens of a text; one entry a token in each.
struct TokenLabels {
  std::span<LabelId> tags;    ///< the tagger's; some are corrected
  std::span<LabelId> arcs;    ///< the parser's; some are corrected
  std::span<LabelId> pos;     ///< given; Labels::kNone where no rule holds
  std::span<LabelId> morphs;  ///< given, as above
  std::span<LabelId> lemmas;  ///< given by few rules; Labels::kNone leaves it to the Lemmatizer
};

class RulerMemory;

/// The rules of the package's `attribute_ruler/patterns`. Immutable, shared by all threads.
///
/// A rule looks at one token or some in a row: at their letters in lower case, tags, arcs, and
/// whether they are white space. All rules see what the tagger and the parser said; where several
/// hold for one token, the last one's word counts, attribute by attribute.
class AttributeRuler {
 public:
  /// Fails as malformed where it isn't such a file, as unsupported where a rule looks at something
  /// else or gives something else; names the file and the rule.
  [[nodiscard]] static Result<AttributeRuler> read(const PackedFile& file, Labels& labels);

  /// Applies all rules to a text's tokens.
  void apply(std::span<const Token> tokens, const Lexicon& lexicon, RulerMemory& memory,
             const TokenLabels& labels) const;

 private:
  friend class RulerMemory;

  static constexpr std::size_t kAttributes = 5;  ///< tag, arc, pos, morph, lemma

  /// A rule's word on an attribute.
  struct Change {
    std::uint32_t rule = 0;  ///< counted from 1; 0: no rule
    LabelId value = Labels::kNone;
  };
  using Changes = std::array<Change, kAttributes>;

  struct ShortRule {
    TokenCondition condition;
    Changes changes;
  };
  /// A rule that looks at several tokens in a row.
  struct LongRule {
    std::vector<TokenCondition> conditions;
    std::size_t target = 0;  ///< which of them it changes
    Changes changes;
    std::uint32_t first_step = 0;  ///< the number of its first condition among those of all
  };

  /// What the rules say of a token, whatever stands beside it.
  struct Effect {
    Changes changes;
    std::vector<std::uint32_t> steps;  ///< the conditions of long rules that it fulfils
  };

  AttributeRuler() = default;

  [[nodiscard]] Result<void> add_rule(const Packed& rule, std::uint32_t number, Labels& labels);
  [[nodiscard]] static Result<Changes> read_changes(const Packed& attributes, std::uint32_t number,
                                                    Labels& labels);
  [[nodiscard]] Effect effect_on(const RuledToken& token) const;
  void apply_long_rules(RulerMemory& memory, const TokenLabels& labels) const;
  static void put(const Changes& changes, std::size_t token, const TokenLabels& labels);

  RuleWords words_;
  std::vector<ShortRule> short_rules_;
  std::vector<LongRule> long_rules_;
  std::uint32_t steps_ = 0;  ///< conditions of all long rules
};

/// One thread's memory of what the rules say of a word with a tag and an arc. Bounded; changes
/// speed, never results.
class RulerMemory {
 public:
  RulerMemory() = default;

 private:
  friend class AttributeRuler;
  std::uint32_t generation_ = 0;                            ///< the Lexicon's, for the next
  std::vector<std::uint32_t> word_keys_;                    ///< by lexeme
  std::unordered_map<std::uint64_t, std::uint32_t> known_;  ///< tag, arc and word -> effect
  std::vector<AttributeRuler::Effect> effects_;
  std::vector<std::uint32_t> at_;  ///< the effects on the tokens of the text at hand
  PatternMemory patterns_;
};

}  // namespace factbox::language
