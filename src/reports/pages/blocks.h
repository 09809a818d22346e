/// \file
/// The paragraphs of a page, and which of them could be a report's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reports/pages/page_rules.h"
#include "reports/pages/page_tree.h"

namespace factbox::reports::pages {

/// A run of text that a browser would show as one paragraph.
struct Block {
  std::uint32_t owner = 0;  ///< the innermost element that makes a paragraph of it
  std::uint32_t first = 0;  ///< its first run of text
  std::string text;         ///< tidy_words
  std::size_t link_bytes = 0;
  bool is_heading = false;
  bool is_title = false;  ///< in <h1>
  bool in_list = false;
  bool in_table = false;
  bool is_sentence = false;      ///< ends as one does
  bool is_set_apart = false;     ///< its page names it as something else than a report
  std::size_t strong_bytes = 0;  ///< of the text, in bold or italics
  bool is_prose = false;         ///< long or whole sentences, and few links

  [[nodiscard]] double link_share() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

/// All that a page shows as text, without navigation and captions. What the rules call noise
/// (unless it holds much of the prose), forms, asides and footers are set apart.
///
/// Without `trust_names`, classes and ids say nothing: some pages call all of themselves a sidebar.
[[nodiscard]] std::vector<Block> find_blocks(const PageTree& tree, const PageRules& rules,
                                             bool trust_names = true);

/// The blocks that aren't set apart.
[[nodiscard]] std::vector<Block> without_set_apart(std::vector<Block> blocks);

/// Whether the words end as a sentence does.
[[nodiscard]] bool ends_sentence(std::string_view words);

}  // namespace factbox::reports::pages
