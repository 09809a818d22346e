/// \file
/// What a page says about its report: title, outlet, dates, authors.
#pragma once

#include <string>
#include <vector>

#include "reports/outlets.h"
#include "reports/pages/linked_data.h"
#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"
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
  bool is_article = false;  ///< it calls itself one
};

/// Reads them in a fixed order of trust: JSON-LD, OpenGraph and other <meta>, microdata, <time>,
/// bylines, the address. The outlet: by the address in the table, else as the page names its site.
/// `url` is where the page came from, if known.
[[nodiscard]] PageFacts find_facts(const PageTree& tree, const LinkedArticle& article,
                                   const PageRules& rules, const Outlets& outlets,
                                   const DateWords& dates, const std::string& url);

}  // namespace factbox::reports::pages
