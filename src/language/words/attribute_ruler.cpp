#include "language/words/attribute_ruler.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/assert.h"
#include "language/package_file.h"

namespace factbox::language {
namespace {

constexpr std::array<std::string_view, 5> kAttributeNames{"TAG", "DEP", "POS", "MORPH", "LEMMA"};
constexpr std::string_view kEmptyMorph = "_";
constexpr std::size_t kLongestRule = 16;  // tokens; the longest known has two
constexpr std::size_t kMostEffects = 1U << 16U;
constexpr std::uint32_t kUnknown = UINT32_MAX;

tl::unexpected<Error> bad_rule(const PackedFile& file, std::size_t number, const Error& error) {
  return tl::unexpected(
      Error{error.kind, fmt::format("{}: rule {}: {}", file.name(), number, error.what)});
}

Error malformed(std::string_view what) {
  return {ErrorKind::malformed, std::string{what}};
}

}  // namespace

Result<AttributeRuler> AttributeRuler::read(const PackedFile& file, Labels& labels) {
  const Packed rules = file.root();
  if (!rules.is_list()) {
    return tl::unexpected(file.expected("a list of rules"));
  }
  AttributeRuler ruler;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(i + 1);
    if (auto added = ruler.add_rule(rules.at(i), number, labels); !added) {
      return bad_rule(file, number, added.error());
    }
  }
  if (ruler.words_.is_too_much()) {
    return tl::unexpected(
        Error{ErrorKind::unsupported,
              fmt::format("{}: its rules name more than {} words or {} patterns", file.name(),
                          RuleWords::kMaxWords, RuleWords::kMaxPatterns)});
  }
  return ruler;
}

Result<AttributeRuler::Changes> AttributeRuler::read_changes(const Packed& attributes,
                                                             std::uint32_t number, Labels& labels) {
  Changes changes;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const auto name = attributes.key(i).text().value_or("");
    const auto value = attributes.at(i).text();
    const auto* known = std::find(kAttributeNames.begin(), kAttributeNames.end(), name);
    if (known == kAttributeNames.end() || !value) {
      return tl::unexpected(Error{ErrorKind::unsupported, fmt::format("it gives {}", name)});
    }
    const bool is_empty = *value == kEmptyMorph && name == "MORPH";
    changes.at(static_cast<std::size_t>(known - kAttributeNames.begin())) = {
        number, is_empty ? Labels::kNone : labels.add(*value)};
  }
  return changes;
}

Result<void> AttributeRuler::add_rule(const Packed& rule, std::uint32_t number, Labels& labels) {
  const auto patterns = rule.find("patterns");
  const auto attributes = rule.find("attrs");
  const auto index = rule.find("index");
  const std::uint64_t target =
      index ? index->unsigned_number().value_or(kLongestRule) : kLongestRule;
  if (!patterns || !patterns->is_list() || !attributes || !attributes->is_map()) {
    return tl::unexpected(malformed("expected patterns and attrs"));
  }
  FB_TRY(changes, read_changes(*attributes, number, labels));
  for (std::size_t i = 0; i < patterns->size(); ++i) {
    const Packed pattern = patterns->at(i);
    const bool fits = pattern.is_list() && target < pattern.size();
    if (!fits || pattern.size() > kLongestRule) {
      return tl::unexpected(malformed("expected the index of one of its conditions"));
    }
    std::vector<TokenCondition> conditions;
    for (std::size_t j = 0; j < pattern.size(); ++j) {
      FB_TRY(condition, TokenCondition::read(pattern.at(j), words_, labels));
      conditions.push_back(std::move(condition));
    }
    const auto steps = static_cast<std::uint32_t>(conditions.size());
    if (steps == 1) {
      short_rules_.push_back({std::move(conditions.front()), changes});
    } else {
      long_rules_.push_back({std::move(conditions), target, changes, steps_});
      steps_ += steps;
    }
  }
  return {};
}

AttributeRuler::Effect AttributeRuler::effect_on(const RuledToken& token) const {
  Effect effect;
  for (const ShortRule& rule : short_rules_) {
    if (!rule.condition.holds(token)) {
      continue;
    }
    for (std::size_t i = 0; i < kAttributes; ++i) {
      if (rule.changes[i].rule != 0) {
        effect.changes[i] = rule.changes[i];
      }
    }
  }
  for (const LongRule& rule : long_rules_) {
    for (std::uint32_t i = 0; i < rule.conditions.size(); ++i) {
      if (rule.conditions[i].holds(token)) {
        effect.steps.push_back(rule.first_step + i);
      }
    }
  }
  return effect;
}

void AttributeRuler::put(const Changes& changes, std::size_t token, const TokenLabels& labels) {
  const std::array<std::span<LabelId>, kAttributes> columns{labels.tags, labels.arcs, labels.pos,
                                                            labels.morphs, labels.lemmas};
  for (std::size_t i = 0; i < kAttributes; ++i) {
    if (changes[i].rule != 0) {
      columns[i][token] = changes[i].value;
    }
  }
}

void AttributeRuler::apply(std::span<const Token> tokens, const Lexicon& lexicon,
                           RulerMemory& memory, const TokenLabels& labels) const {
  FB_ASSERT(labels.tags.size() == tokens.size() && labels.arcs.size() == tokens.size());
  FB_ASSERT(labels.pos.size() == tokens.size() && labels.morphs.size() == tokens.size());
  FB_ASSERT(labels.lemmas.size() == tokens.size());
  if (memory.generation_ != lexicon.generation()) {
    memory.word_keys_.clear();
    memory.generation_ = lexicon.generation();
  }
  memory.word_keys_.resize(lexicon.size(), kUnknown);
  if (memory.effects_.size() > kMostEffects) {
    memory.known_.clear();
    memory.effects_.clear();
  }
  memory.at_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t lexeme = tokens[i].lexeme;
    std::uint32_t& word = memory.word_keys_[lexeme];
    if (word == kUnknown) {
      word = words_.key_of(lexicon.lower(lexeme), lexicon[lexeme].is_space, memory.patterns_);
    }
    const RuledToken token{labels.tags[i], labels.arcs[i], word};
    const std::uint64_t key =
        std::uint64_t{token.tag} << 48U | std::uint64_t{token.arc} << 32U | token.word;
    const auto [known, is_new] =
        memory.known_.emplace(key, static_cast<std::uint32_t>(memory.effects_.size()));
    if (is_new) {
      memory.effects_.push_back(effect_on(token));
    }
    memory.at_.push_back(known->second);
  }
  std::fill(labels.pos.begin(), labels.pos.end(), Labels::kNone);
  std::fill(labels.morphs.begin(), labels.morphs.end(), Labels::kNone);
  std::fill(labels.lemmas.begin(), labels.lemmas.end(), Labels::kNone);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    put(memory.effects_[memory.at_[i]].changes, i, labels);
  }
  apply_long_rules(memory, labels);
}

void AttributeRuler::apply_long_rules(RulerMemory& memory, const TokenLabels& labels) const {
  const auto fulfils = [&](std::size_t token, std::uint32_t step) {
    const auto& steps = memory.effects_[memory.at_[token]].steps;
    return std::binary_search(steps.begin(), steps.end(), step);
  };
  const auto follows = [&](const LongRule& rule, std::size_t first) {
    if (rule.conditions.size() > memory.at_.size() - first) {
      return false;
    }
    for (std::uint32_t i = 0; i < rule.conditions.size(); ++i) {
      if (!fulfils(first + i, rule.first_step + i)) {
        return false;
      }
    }
    return true;
  };
  std::vector<std::pair<const LongRule*, std::size_t>> said;  // of which token
  for (std::size_t first = 0; first < memory.at_.size(); ++first) {
    if (memory.effects_[memory.at_[first]].steps.empty()) {
      continue;
    }
    for (const LongRule& rule : long_rules_) {
      if (follows(rule, first)) {
        said.emplace_back(&rule, first + rule.target);
      }
    }
  }
  std::sort(said.begin(), said.end());  // they lie in their order
  for (const auto& [rule, token] : said) {
    const Changes& others = memory.effects_[memory.at_[token]].changes;
    Changes changes = rule->changes;
    for (std::size_t i = 0; i < kAttributes; ++i) {
      if (changes[i].rule < others[i].rule) {
        changes[i] = {};
      }
    }
    put(changes, token, labels);
  }
}

}  // namespace factbox::language
