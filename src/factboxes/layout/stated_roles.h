/// \file
/// What the reports say that somebody is.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "factboxes/factbox.h"
#include "factboxes/workbench.h"

namespace factbox::factboxes {

/// What somebody is, in the words of a report, and how often reports say so.
struct StatedRole {
  std::string title;  ///< "Foreign Minister", "coordinator of the rescue teams"
  std::string of;     ///< country or body, where stated
  Evidence evidence;  ///< where the title stands
  std::uint32_t count = 0;
  /// Where it stands behind the name: with its article ("the captain's sister"). Else it stands
  /// before it, and can there.
  std::optional<Evidence> apposed;
};

/// Finds the roles that a story's reports state with its people: titles before and behind names,
/// and nouns for persons that stand in apposition to them ("teacher Ada Lund", "Ada Lund, the
/// captain's sister").
class StatedRoles {
 public:
  explicit StatedRoles(const Workbench& bench);

  /// Those of one person, what most reports say first; of one office ("President", "Caldrian
  /// President") only the wording that is met most.
  [[nodiscard]] std::vector<StatedRole> of(std::uint32_t person) const;

 private:
  using Roles = std::map<std::string, StatedRole>;  ///< by their words in small letters

  void read(const statements::ReadReport& report);
  void add(std::uint32_t person, const statements::ReadReport& report, ByteRange name,
           ByteRange title, const std::string& of);

  const Workbench& bench_;
  std::map<std::uint32_t, Roles> roles_;
};

}  // namespace factbox::factboxes
