/// \file
/// Who the sources of a report are, so that later mentions of them can be told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "statements/sources/source_kind.h"

namespace factbox::statements {

/// Somebody or something that the report has named as a source.
struct KnownSource {
  SourceKind kind;
  std::string name;         ///< empty where it isn't named
  std::string entity;       ///< id; empty where none
  std::string description;  ///< word for word where it isn't named
};

/// The sources of one report in the order in which they come, through both of its fields.
/// Looking up and adding take constant time.
class SourceMemory {
 public:
  /// Who the phrase is: resolved where it is a later mention ("he", "the official", "the paper",
  /// a surname), read from its words otherwise; then remembered.
  [[nodiscard]] KnownSource meet(const Reading& reading, const NounPhrase& phrase);

 private:
  [[nodiscard]] std::optional<std::size_t> earlier(const Reading& reading, const NounPhrase& phrase,
                                                   const SourceKind& kind) const;
  [[nodiscard]] std::optional<std::size_t> by_entity(const std::string& id) const;
  [[nodiscard]] std::optional<std::size_t> by_pronoun(const Reading& reading, Token pronoun) const;
  /// Whom "he" or "she" means where a person was spoken of after the last who spoke: the nearest
  /// subject that is one in the sentence before, outside quotations (centering: Grosz, Joshi and
  /// Weinstein 1995).
  [[nodiscard]] const mentions::Entity* spoken_of(const Reading& reading, Token pronoun) const;
  /// Whether a later mention ("the foreign minister") may mean a source: not where it tells more
  /// than the source was ever called (the defence minister).
  [[nodiscard]] bool may_be(const Reading& reading, const NounPhrase& phrase,
                            std::size_t index) const;
  void remember(const Reading& reading, const NounPhrase& phrase, std::size_t index);
  /// The only person of the report whose stated title ends in this noun ("the minister").
  [[nodiscard]] const mentions::Entity* holder_of(const Reading& reading, const NounPhrase& phrase);

  static constexpr std::size_t kSeveral = SIZE_MAX;
  Field last_field_ = Field::title;
  Token last_person_at_ = 0;  ///< where the last person stood as a source, in that field
  bool titles_read_ = false;
  std::unordered_map<std::string, std::size_t> holders_;  ///< last word of a title -> entity

  std::vector<KnownSource> sources_;
  std::unordered_map<std::size_t, std::unordered_set<std::string>> called_;  ///< in small letters
  std::unordered_map<std::string, std::size_t> by_noun_;  ///< lemma of a noun in its phrase
  std::unordered_map<std::string, std::size_t> by_name_;  ///< last word of its name
  std::unordered_map<std::string, std::size_t> by_entity_;
  std::optional<std::size_t> last_person_, last_people_, last_body_, last_outlet_, last_document_;
};

}  // namespace factbox::statements
