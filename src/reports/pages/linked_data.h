/// \file
/// What a page says about its report in JSON-LD (schema.org).
#pragma once

#include <string>
#include <vector>

#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// An entry of a live blog.
struct LinkedEntry {
  std::string headline;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string body;
  std::string url;
};

/// The article that a page describes, as it describes it; what isn't said is empty.
struct LinkedArticle {
  std::string headline;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string publisher;
  std::string provider;  ///< from whom the publisher has it
  std::string section;
  std::string body;
  std::string lang;
  std::string url;
  bool is_free = true;        ///< all may read it
  bool by_publisher = false;  ///< its authors are no people, but a body
  std::vector<LinkedEntry> entries;
};

/// Reads all JSON-LD of a page, repaired where it is broken.
///
/// Its report is, of the articles with a headline or a date, the one whose address or headline is
/// the page's; else the first that isn't listed inside of something else, as teasers are. Depth and
/// size cost no stack.
[[nodiscard]] LinkedArticle read_linked_article(const PageTree& tree);

/// Character references ("&amp;", "&#8217;") in words that aren't HTML any more, read out.
[[nodiscard]] std::string without_references(std::string_view words);

}  // namespace factbox::reports::pages
