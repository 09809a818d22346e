/// \file
/// What the network asks of each token.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/analysis.h"

namespace factbox::readers {

/// The features that are looked up in tables, in the order in which the trained file has them.
enum class Feature : std::uint8_t { tag, label, entity, quote, lemma };
inline constexpr std::size_t kFeatures = 5;
inline constexpr std::array<std::string_view, kFeatures> kFeatureNames{"tag", "label", "entity",
                                                                       "quote", "lemma"};

/// Where a token stands to the quotation marks before it.
enum class QuoteState : std::uint8_t { outside, inside, opening_mark, closing_mark, line_break };
inline constexpr std::size_t kQuoteStates = 5;

/// Goes over a text's words in order. A line break closes what is open: where a quotation goes on,
/// the next paragraph opens it again.
class QuoteStates {
 public:
  QuoteState next(std::string_view word);

 private:
  bool inside_ = false;
};

/// Numbers of names, from 1 on; 0 for a name that training didn't see.
class NameNumbers {
 public:
  NameNumbers() = default;
  explicit NameNumbers(std::span<const std::string> names);
  [[nodiscard]] std::uint16_t of(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> numbers_;
};

/// A token's row in each table.
using TokenFeatures = std::array<std::uint16_t, kFeatures>;

/// How the trained file numbers what tokens are.
struct FeatureNumbers {
  NameNumbers tags;
  NameNumbers labels;
  NameNumbers entities;
  std::uint16_t lemma_buckets = 1;

  /// The features of a text's tokens, in their order.
  void of(const language::Analysis& analysis, std::vector<TokenFeatures>& features) const;
};

}  // namespace factbox::readers
