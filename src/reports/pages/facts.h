/// \file
/// What a page says about its report: title, outlet, dates, authors.
#pragma once

#include <string>
#include <vector>

#include "reports/outlets.h"
#include "reports/pages/linked_data.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"
#include "reports/pages/visible_facts.h"
#include "reports/printed_date.h"

namespace factbox::reports::pages {

/// Facts as found; empty where the page doesn't say. Times are ISO 8601.
struct PageFacts {
  std::string title;
  std::string outlet;
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string section;
  std::string canonical_url;
  std::string lang;
  std::vector<std::string> bodies;  ///< named as authors by machines, and no people
  bool is_article = false;          ///< it calls itself one
  bool is_free = true;              ///< all may read it
};

/// Reads what machines wrote for machines. The order of trust is: JSON-LD of the page's own
/// article, then OpenGraph and other <meta>; a later one of the same day adds the time or zone that
/// an earlier one lacks. The title is JSON-LD's, but OpenGraph's where the
/// page's first heading agrees with it; then headings and <title>. The outlet: by the address in
/// the table, else as the page names its site. `url` is where the page came from, if known.
[[nodiscard]] PageFacts find_facts(const PageTree& tree, const LinkedArticle& article,
                                   const PageRules& rules, const Outlets& outlets,
                                   const DateWords& dates, const std::string& url);

/// Adds what the page shows where machines said nothing or less. The day that the address holds
/// comes last, when the report is taken in.
void add_visible_facts(PageFacts& facts, VisibleFacts visible);

}  // namespace factbox::reports::pages
