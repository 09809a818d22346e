/// \file
/// What an editor changed on a page that the program made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "factboxes/factbox.h"

namespace factbox::factboxes {

/// Notes the words of a finished page, so that later changes of them can be told.
void note_words(Factbox& page);

/// How a page differs from what the program made.
struct Edits {
  bool title = false;
  std::uint32_t headings = 0;
  std::uint32_t changed = 0;    ///< lines whose words are others
  std::uint32_t added = 0;      ///< lines that an editor wrote
  std::uint32_t taken_out = 0;  ///< lines that are gone
  bool reordered = false;

  [[nodiscard]] bool any() const {
    return title || headings + changed + added + taken_out > 0 || reordered;
  }
};

/// Finds them, by note_words(); by the marks alone where another program made the page.
[[nodiscard]] Edits edits_of(const Factbox& page);

/// Fills the page's changes by the one that readers saw before, and raises its version: which lines
/// are new, have other words, are corrected or gone. What rule 25 asks for.
void note_changes(Factbox& page, const Factbox& previous);

/// Marks as edited the lines and headings that are, and makes the page whole again: a line of the
/// lead that was changed in one place only is changed in the other, and lines without an id get
/// one. Gives what an editor should know about it, a sentence each. Nothing changes on a page that
/// nobody edited.
std::vector<std::string> settle_edits(Factbox& page);

}  // namespace factbox::factboxes
