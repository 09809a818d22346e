/// \file
/// What a page says about its report in JSON-LD (schema.org).
#pragma once

#include <string>
#include <vector>

#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// The article that a page describes, as it describes it; what isn't said is empty.
struct LinkedArticle {
  std::string headline;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string publisher;
  std::string section;
  std::string body;
  std::string lang;
  std::string url;
};

/// Reads all JSON-LD of a page; the first article with a headline or a date is its report. Broken
/// JSON says nothing. Depth and size cost no stack.
[[nodiscard]] LinkedArticle read_linked_article(const PageTree& tree);

/// Character references ("&amp;", "&#8217;") in words that aren't HTML any more, read out.
[[nodiscard]] std::string without_references(std::string_view words);

}  // namespace factbox::reports::pages
