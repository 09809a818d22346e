/// \file
/// Names in the form that their place on the page gives them.
#pragma once

#include <cstddef>
#include <set>

#include "factboxes/house_style.h"
#include "factboxes/layout/stated_roles.h"
#include "factboxes/lines/pieces.h"
#include "factboxes/people.h"

namespace factbox::factboxes {

/// Goes along the page's lines in the order of reading and gives each person's name its form: title
/// and full name the first time, the surname then; full names always where two people of the story
/// share a surname (RULES 11). Every form is evidence; nothing is spelt by the program.
class NameSettler {
 public:
  NameSettler(const People& people, const HouseStyle& style, const StatedRoles& roles);

  /// Settles the names in the next line.
  [[nodiscard]] Wording settle(const Wording& wording);

  /// People whose names have been printed.
  [[nodiscard]] const std::set<std::uint32_t>& met() const { return met_; }
  /// The surname by which the page calls the person later; empty where it stays in full.
  [[nodiscard]] std::string surname(std::uint32_t person) const;

 private:
  void add_first(Wording& to, const Piece& piece, std::string_view behind);
  void add_later(Wording& to, const Piece& piece);
  /// Who somebody is, where no title stands in front of the name in any report.
  [[nodiscard]] std::optional<StatedRole> role_to_tell(std::uint32_t person,
                                                       std::string_view before,
                                                       std::string_view behind) const;
  static void add_rest(Wording& to, const Piece& piece, const Evidence& full, std::size_t said);

  const People& people_;
  const HouseStyle& style_;
  const StatedRoles& roles_;
  std::set<std::uint32_t> met_;
};

}  // namespace factbox::factboxes
