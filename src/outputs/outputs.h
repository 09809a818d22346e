/// \file
/// From a page as a value to the bytes that somebody reads.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "factboxes/factbox.h"
#include "outputs/output_options.h"

namespace factbox::outputs {

/// One form that a page can take: a row of the table in outputs.cpp.
struct Format {
  std::string_view name;       ///< as in `--format html`
  std::string_view extension;  ///< of a file that holds it, without the dot
  std::string (*render)(const factboxes::Factbox& page, const OutputOptions& options);
};

[[nodiscard]] std::span<const Format> formats();

/// Finds a form by its name in any case, by the ending of its files ("txt"), or by what else people
/// call it ("markdown"). Fails as unsupported, with the names that there are.
[[nodiscard]] Result<Format> find_format(std::string_view name);

/// The form that a file's name asks for: "page.html", "page.ninjs.json"; text where it has no
/// ending. Fails as unsupported where no form goes by it.
[[nodiscard]] Result<Format> find_format_of_file(std::string_view file);

}  // namespace factbox::outputs
