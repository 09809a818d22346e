/// \file
/// A page, parsed as browsers do, as a flat tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factbox::reports::pages {

/// What keeps a page from costing more than its size warrants. Pages in use stay far below.
struct PageLimits {
  std::size_t max_depth = 256;               ///< of elements inside one another
  std::size_t max_open_formatting = 24;      ///< <b>, <a>, … begun and not ended
  std::size_t max_attributes = 256;          ///< of one element
  std::size_t max_names = 10'000;            ///< of elements and attributes that HTML doesn't know
  std::size_t max_tree_bytes = 256U << 20U;  ///< of memory for the tree
  std::size_t max_growth = 64;               ///< the tree's memory to the page's bytes
};

/// An element or a run of text.
struct PageNode {
  std::uint32_t parent = 0;  ///< the root's is its own
  std::uint32_t past = 0;    ///< the first node after it and all that it holds
  std::uint16_t tag = 0;     ///< lexbor's number for its name, in <lexbor/tag/const.h>
  std::string_view text;     ///< of a run of text; lives as long as the tree
  void* element = nullptr;   ///< the parser's own, for attributes
};

/// The elements and texts of a page in the order in which they stand; nodes[0] is the document.
/// What one holds follows it directly, so that walks are loops.
class PageTree {
 public:
  /// Parses UTF-8. Fails as too_large where the page would cost more than `limits` allow.
  [[nodiscard]] static Result<PageTree> parse(std::string_view html, const PageLimits& limits = {});

  [[nodiscard]] const std::vector<PageNode>& nodes() const { return nodes_; }

  /// An attribute's value; empty if the element has none. Lives as long as the tree.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t node, std::string_view name) const;

  /// All the text inside, as it stands.
  [[nodiscard]] std::string text_in(std::uint32_t node) const;

  /// How many tags were left out, and their texts kept, since too many stood open.
  [[nodiscard]] std::size_t tags_left_out() const { return tags_left_out_; }

 private:
  struct Document;
  struct Destroy {
    void operator()(Document* document) const;
  };
  void flatten();

  std::unique_ptr<Document, Destroy> document_;
  std::vector<PageNode> nodes_;
  std::size_t tags_left_out_ = 0;
};

}  // namespace factbox::reports::pages
