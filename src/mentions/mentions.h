/// \file
/// Times, figures, people and bodies that a report mentions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "base/instant.h"
#include "texts/links.h"

namespace factbox::mentions {

enum class TimexType : std::uint8_t { date, time, duration, set };

/// A time expression with its value (TIMEX3, TimeML 1.2.1).
struct TimeMention {
  Passage where;
  TimexType type = TimexType::date;
  std::string value;  ///< "2026-04-12", "2026-W15", "P3D", "PRESENT_REF", …
  /// The span of moments that a date or time stands for; none for durations, sets and vague values.
  std::optional<Instant> first;
  std::optional<Instant> past;
  std::optional<Instant> anchor;  ///< the moment that a relative one was counted from
  friend bool operator==(const TimeMention&, const TimeMention&) = default;
};

enum class Bound : std::uint8_t { equal, about, above, below, up, down };

/// A quantity: "at least 62 missiles" is 62, "at least", above, missile.
struct Figure {
  Passage where;               ///< number, qualifier and unit
  double low = 0;              ///< the value; of a range its lower end
  std::optional<double> high;  ///< set where it is a range ("dozens": 12 to 120)
  std::string qualifier;       ///< as written ("more than"); empty where none
  Bound bound = Bound::equal;
  std::string unit;  ///< singular and plain ("percentage", "missile"); empty where none
  std::string of;    ///< what is counted, as written
  std::optional<ByteRange> of_range;
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// One mention of a name or of somebody by title, pronoun or description.
struct NameMention {
  Passage where;  ///< no article, no title
  texts::NameType type = texts::NameType::none;
  std::uint32_t entity = 0;       ///< index in Mentions::entities
  std::string kind;               ///< where not its entity's: a capital that acts is a government
  std::optional<ByteRange> role;  ///< title or role stated with it ("Foreign Minister"), same field
  friend bool operator==(const NameMention&, const NameMention&) = default;
};

/// Somebody or something that a report names, all its mentions in the report joined.
struct Entity {
  std::string id;    ///< the same for the same name in other reports: "person:abbas-araghchi"
  std::string name;  ///< the fullest form that the report has
  texts::NameType type = texts::NameType::none;
  std::string kind;  ///< finer: outlet, agency, ministry, government, party, ship, weapon, …
  /// Titles and roles as stated ("Foreign Minister", of "Iran"), in order of mention.
  struct StatedRole {
    Passage where;
    std::string title;
    std::string of;  ///< country or body, where stated
    friend bool operator==(const StatedRole&, const StatedRole&) = default;
  };
  std::vector<StatedRole> roles;
  friend bool operator==(const Entity&, const Entity&) = default;
};

struct Mentions {
  std::vector<TimeMention> times;
  std::vector<Figure> figures;
  std::vector<NameMention> names;
  std::vector<Entity> entities;
  friend bool operator==(const Mentions&, const Mentions&) = default;
};

}  // namespace factbox::mentions
