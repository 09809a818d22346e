/// \file
/// Acts of speech that are a sentence's own news.
#pragma once

#include "statements/joined/nesting.h"

namespace factbox::statements {

/// Adds, in the order of their cues, acts of speech that no attribution knows yet: "The mayor
/// accused the board of …", "The council called for an inquiry". They have no content of their
/// own: the sentence tells them, as the outlet's statement with the actor in its chain.
void add_acts(const Reading& reading, Nesting& nesting);

}  // namespace factbox::statements
