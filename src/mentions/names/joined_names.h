/// \file
/// Which mentions of a report speak of one and the same.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mentions/mentions.h"
#include "mentions/names/name_spans.h"
#include "mentions/phrases.h"

namespace factbox::mentions {

/// Takes names one by one and gives each its entity; later mentions by surname, by initials and by
/// other known forms go to the entity that bears the full name.
class JoinedNames {
 public:
  explicit JoinedNames(std::vector<Entity>& entities) : entities_(entities) {}

  /// Makes known a name that stands in the report, before any are joined.
  void announce(const NameSpan& span, std::string_view written);
  /// The entity of a name.
  [[nodiscard]] std::uint32_t entity_of(const NameSpan& span, std::string_view written);

 private:
  /// The name that its id is made from.
  [[nodiscard]] std::string full_form(const NameSpan& span, std::string_view written) const;

  std::vector<Entity>& entities_;
  std::unordered_map<std::string, std::uint32_t, WordHash, std::equal_to<>> by_id_;
  /// From a surname to the full name that bears it first; empty where two do.
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> by_surname_;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> by_initials_;
};

/// "person:abbas-araghchi": letters and digits of a name in small ASCII, parted by hyphens.
[[nodiscard]] std::string entity_id(texts::NameType type, std::string_view name);

}  // namespace factbox::mentions
