#include "readers/network/features.h"

#include "language/words/string_ids.h"

namespace factbox::readers {

QuoteState QuoteStates::next(std::string_view word) {
  if (word.find('\n') != std::string_view::npos) {
    inside_ = false;
    return QuoteState::line_break;
  }
  if (word == "\"" || word == "``" || word == "''") {
    inside_ = !inside_;
    return QuoteState::opening_mark;
  }
  if (word == "“" || word == "„" || word == "«") {
    inside_ = true;
    return QuoteState::opening_mark;
  }
  if (word == "”" || word == "»") {
    inside_ = false;
    return QuoteState::closing_mark;
  }
  return inside_ ? QuoteState::inside : QuoteState::outside;
}

NameNumbers::NameNumbers(std::span<const std::string> names) {
  std::uint16_t number = 0;
  for (const std::string& name : names) {
    numbers_.emplace(name, ++number);
  }
}

std::uint16_t NameNumbers::of(std::string_view name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::uint16_t{0} : found->second;
}

void FeatureNumbers::of(const language::Analysis& analysis,
                        std::vector<TokenFeatures>& features) const {
  const std::uint16_t no_entity = entities.of("");
  QuoteStates quotes;
  features.resize(analysis.size());
  for (std::uint32_t token = 0; token < analysis.size(); ++token) {
    features[token] = {
        tags.of(analysis.tag(token)), labels.of(analysis.label(token)), no_entity,
        static_cast<std::uint16_t>(quotes.next(analysis.word(token))),
        static_cast<std::uint16_t>(language::string_id(analysis.lemma(token)) % lemma_buckets)};
  }
  for (const language::EntitySpan& entity : analysis.entities()) {
    const std::uint16_t number = entities.of(entity.type);
    for (std::uint32_t token = entity.tokens.first; token < entity.tokens.past; ++token) {
      features[token][static_cast<std::size_t>(Feature::entity)] = number;
    }
  }
}

}  // namespace factbox::readers
