/// \file
/// The page as JSON, in the form that other programs rely on: written, and read again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "factboxes/factbox.h"

namespace factbox::outputs {

/// The page as one JSON object, indented, in UTF-8, with a line's end behind it. Fields come in a
/// fixed order; what isn't known is null or absent.
[[nodiscard]] std::string write_factbox_json(const factboxes::Factbox& page);

/// Reads what write_factbox_json wrote, or another program in the same form. Unknown fields are
/// ignored. Fails as malformed, naming the field ("sections[2].lines[0].evidence[1].start: …"),
/// and as unsupported where the form's number isn't ours.
[[nodiscard]] Result<factboxes::Factbox> read_factbox_json(std::string_view text);

/// A page that a person may have edited.
struct EditedPage {
  factboxes::Factbox page;
  std::vector<std::string> notes;  ///< what is wrong in it, with the line of the file
  bool troubled = false;           ///< something could not be read and is left out
};

/// Reads it as far as it can be read: what is wrong in one field costs a note and nothing beside
/// it. Fails where the whole is no JSON, saying where it breaks, or no factbox of our form.
[[nodiscard]] Result<EditedPage> read_edited_json(std::string_view text);

}  // namespace factbox::outputs
