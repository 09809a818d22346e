/// \file
/// Live blogs and tickers: many short reports on one page.
#pragma once

#include <string>
#include <vector>

#include "reports/pages/linked_data.h"
#include "reports/pages/main_text.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// One entry of a live blog; what the page doesn't say is empty.
struct LiveEntry {
  std::string title;
  std::string text;
  std::string published;  ///< ISO 8601
  std::string modified;
  std::vector<std::string> authors;
  std::string anchor;  ///< "#b3", behind the page's address
};

/// The entries of a page that is a live blog, in its order; none if it is no live blog.
///
/// They are told by JSON-LD (liveBlogUpdate), else by markup (elements of one kind side by side,
/// each with a time of its own that a machine wrote, in order of time), else by clocks that begin
/// paragraphs ("15:05"), which count from the day of `published`. Lists of teasers lead elsewhere,
/// and comments are named so.
[[nodiscard]] std::vector<LiveEntry> find_live_entries(const PageTree& tree, const PageRules& rules,
                                                       const LinkedArticle& article,
                                                       const MainText& main,
                                                       const std::string& published);

}  // namespace factbox::reports::pages
