#include "stories/word_keys.h"

#include "stories/words.h"

namespace factbox::stories {
using texts::NameType;

namespace {

WordKey key_of_kin(std::size_t kin) {
  return stable_hash("kin", kin + 1);
}

}  // namespace

WordKey WordKeys::of_lemma(std::string_view folded) {
  const auto known = known_.find(std::string{folded});
  if (known != known_.end()) {
    return known->second;
  }
  WordKey key = 0;
  if (!folded.empty() && !lexicon_.is_function_word(folded)) {
    const std::string stem = stemmer_.stem(lexicon_.base_of(folded));
    const auto kin = lexicon_.kin_of(stem);
    key = kin ? key_of_kin(*kin) : stable_hash(stem);
  }
  known_.emplace(folded, key);
  return key;
}

std::optional<WordKey> WordKeys::of_kindred(std::string_view folded) const {
  const auto kin = lexicon_.kin_of(folded);
  return kin ? std::optional{key_of_kin(*kin)} : std::nullopt;
}

WordKey WordKeys::opposite_of(std::string_view folded) {
  const auto kin = lexicon_.kin_of(stemmer_.stem(lexicon_.base_of(folded)));
  const auto opposite = kin ? lexicon_.opposite_of(*kin) : std::nullopt;
  return opposite ? key_of_kin(*opposite) : 0;
}

WordKey WordKeys::of_name(const mentions::Entity& entity) {
  const std::string name{lexicon_.name_of(entity.name)};
  std::string folded = folded_words(name);
  // A person goes by the last name: first names are compared apart.
  if (entity.type == NameType::person) {
    const auto space = folded.rfind(' ');
    if (space != std::string::npos) {
      folded = folded.substr(space + 1);
    }
  }
  return stable_hash(folded, 7);
}

}  // namespace factbox::stories
