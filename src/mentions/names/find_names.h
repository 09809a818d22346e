/// \file
/// Finds who and what a report names, and joins the mentions of one.
#pragma once

#include <cstddef>

#include "mentions/mentions.h"
#include "mentions/names/name_words.h"
#include "reports/outlets.h"
#include "texts/sheet.h"

namespace factbox::mentions {

/// What names are read from.
struct NameText {
  const texts::Sheet& text;
  const texts::Sheet& title;
  const NameWords& words;
  const reports::Outlets& outlets;
  std::size_t max_names = 0;  ///< in one field
};

/// Fills the names and entities of `mentions`: those of the text first, each field in order.
void find_names(const NameText& from, Mentions& mentions);

}  // namespace factbox::mentions
