/// \file
/// Who is who in a story: the people that its reports name, by which names and titles.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "factboxes/factbox.h"
#include "statements/read_report.h"
#include "stories/story.h"

namespace factbox::factboxes {

/// A person of the story, under one name over all its reports.
struct KnownPerson {
  std::string entity;             ///< id of the entity with the full name
  std::string name;               ///< full, as a report has it
  std::string surname;            ///< by which reports call them later; empty where none does
  Evidence full;                  ///< where the full name stands
  std::optional<Evidence> title;  ///< the title that stands right before it there
  std::uint32_t mentions = 0;     ///< in all reports of the story
};

/// Finds the story's people. A report that has only a surname means the person of the story who
/// bears it, unless several do who are named often.
class People {
 public:
  People(const stories::Story& story, std::span<const statements::ReadReport> reports);

  [[nodiscard]] std::span<const KnownPerson> all() const { return people_; }
  /// The person that an entity of a report stands for; none where it is no person, or can't be
  /// told.
  [[nodiscard]] std::optional<std::uint32_t> of(const mentions::Entity& entity) const;
  /// The same by an entity's id, as chains have it.
  [[nodiscard]] std::optional<std::uint32_t> of_id(std::string_view entity) const;
  /// True where the word, standing alone, means a person at least as often as anything else.
  [[nodiscard]] bool mostly_person(const std::string& word) const;
  /// The person whom a surname in small letters means; none where no one bears it, or several who
  /// are named often.
  [[nodiscard]] std::optional<std::uint32_t> by_surname(const std::string& word) const;

 private:
  /// A title in one wording, where it stands, and how often.
  struct TitleUse {
    Evidence title;
    Evidence full;
    std::uint32_t count = 0;
  };
  using Titles = std::map<std::string, TitleUse>;

  void learn(const statements::ReadReport& report);
  void learn_mention(const statements::ReadReport& report, const mentions::NameMention& mention,
                     bool in_full);
  std::uint32_t number_of(const mentions::Entity& entity);
  void settle_titles();
  void join_variants();
  void join_spellings();
  /// Makes one person the same as another.
  void join(std::uint32_t each, std::uint32_t into);
  void settle_surnames();

  std::vector<KnownPerson> people_;
  std::vector<Titles> titles_;  ///< of each person
  std::map<std::string, std::uint32_t, std::less<>> by_entity_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_last_word_;
  std::map<std::string, std::uint32_t, std::less<>> short_mentions_;  ///< one word, how often
  std::map<std::string, std::uint32_t, std::less<>> other_mentions_;  ///< of no person, likewise
};

/// True of two spellings of one name, in its first word or its last or both: "Ada Karlin" and "Ada
/// Kharlin".
[[nodiscard]] bool is_other_spelling(std::string_view a, std::string_view b);

/// The words of a report's range as evidence.
[[nodiscard]] Evidence evidence_at(const reports::Report& report, Passage where, Part part);

/// The title that stands right before a name, with the words that describe it ("Iranian Foreign
/// Minister", "EU foreign policy chief"); none where there is none.
[[nodiscard]] std::optional<ByteRange> title_before(const statements::ReadReport& report,
                                                    const mentions::NameMention& mention);

}  // namespace factbox::factboxes
