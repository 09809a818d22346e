#include "reports/pages/page_tree.h"

#include <fmt/format.h>
#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor/html/tree.h>
#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/html/tree/open_elements.h>
#include <lexbor/tag/const.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"

namespace factbox::reports::pages {
namespace {

/// The parser is fed in pieces of this size, so that its list of mistakes can be emptied between.
constexpr std::size_t kPiece = 64U << 10U;

const lxb_char_t* as_lexbor(std::string_view bytes) {
  return reinterpret_cast<const lxb_char_t*>(bytes.data());
}

std::string_view as_words(const lxb_char_t* bytes, std::size_t size) {
  return bytes == nullptr ? "" : std::string_view{reinterpret_cast<const char*>(bytes), size};
}

bool is_formatting(lxb_tag_id_t tag) {
  constexpr std::array<lxb_tag_id_t, 14> kFormatting{
      LXB_TAG_A,      LXB_TAG_B,      LXB_TAG_BIG,  LXB_TAG_CODE, LXB_TAG_EM,
      LXB_TAG_FONT,   LXB_TAG_I,      LXB_TAG_NOBR, LXB_TAG_S,    LXB_TAG_SMALL,
      LXB_TAG_STRIKE, LXB_TAG_STRONG, LXB_TAG_TT,   LXB_TAG_U};
  return std::ranges::find(kFormatting, tag) != kFormatting.end();
}

/// Keeps count of what the parser takes from one of its stores, whose pieces are of many sizes.
class TakenBytes {
 public:
  std::size_t count(const lexbor_mem_t& store) {
    for (const lexbor_mem_chunk_t* piece = store.chunk; piece != nullptr && piece != counted_to_;
         piece = piece->prev) {
      bytes_ += piece->size;
    }
    counted_to_ = store.chunk;
    return bytes_;
  }

 private:
  const lexbor_mem_chunk_t* counted_to_ = nullptr;
  std::size_t bytes_ = 0;
};

/// Stands between the parser's tokens and its tree, and keeps hostile ones from it.
///
/// Costs of a tree grow with what stands open: each tag looks through the open elements, and each
/// block begins all open formatting anew.
class Guard {
 public:
  Guard(lxb_html_parser_t* parser, const PageLimits& limits, std::size_t page_bytes)
      : tree_(parser->tree),
        limits_(limits),
        max_bytes_(
            std::min(limits.max_tree_bytes, kAlwaysAllowed + limits.max_growth * page_bytes)),
        to_tree_(parser->tkz->callback_token_done),
        tree_context_(parser->tkz->callback_token_ctx) {
    lxb_html_tokenizer_callback_token_done_set(parser->tkz, &Guard::on_token, this);
  }

  [[nodiscard]] std::size_t left_out() const { return left_out_; }
  [[nodiscard]] const std::string& refused() const { return refused_; }

  /// Whether the page has cost too much already; refused() then says what.
  bool is_too_dear() {
    const lxb_dom_document_t& document = tree_->document->dom_document;
    // Texts are copied as they grow, so that a store may grow faster than what it holds.
    if (elements_.count(*document.mraw->mem) + texts_.count(*document.text->mem) > max_bytes_) {
      refused_ = fmt::format(
          "the page's broken tags would grow into more than {} MB of memory; it is left out",
          max_bytes_ >> 20U);
    } else if (lexbor_dobject_allocated(document.tags->entries) > limits_.max_names ||
               lexbor_dobject_allocated(document.attrs->entries) > limits_.max_names) {
      refused_ = fmt::format(
          "the page has more than {} kinds of tags or attributes that HTML doesn't know; it is "
          "left out",
          limits_.max_names);
    }
    return !refused_.empty();
  }

 private:
  static constexpr std::size_t kAlwaysAllowed = 16U << 20U;
  static constexpr std::size_t kRootTags = 8;  ///< <html> or <body>, again

  static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                    void* context) {
    auto* guard = static_cast<Guard*>(context);
    if (guard->is_too_dear()) {
      tokenizer->status = LXB_STATUS_ABORTED;
      return nullptr;
    }
    if (guard->leaves_out(*token)) {
      ++guard->left_out_;
      if ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0) {
        return token;
      }
      // What it parted stays parted.
      token->tag_id = LXB_TAG_BR;
      token->attr_first = nullptr;
      token->attr_last = nullptr;
    }
    guard->trim_attributes(*token);
    return guard->to_tree_(tokenizer, token, guard->tree_context_);
  }

  /// Whether a start tag would open too much, or an end tag belongs to one left out.
  bool leaves_out(const lxb_html_token_t& token) {
    const lxb_tag_id_t tag = token.tag_id;
    if (tag == LXB_TAG__TEXT || tag == LXB_TAG__EM_COMMENT || tag == LXB_TAG__EM_DOCTYPE ||
        tag == LXB_TAG__END_OF_FILE) {
      return false;
    }
    if ((token.type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0) {
      if (tag < open_left_out_.size() && open_left_out_[tag] > 0) {
        --open_left_out_[tag];
        return true;
      }
      return false;
    }
    if ((tag == LXB_TAG_HTML || tag == LXB_TAG_BODY) && ++root_tags_ > kRootTags) {
      return true;
    }
    const bool too_deep = tree_->open_elements->length >= limits_.max_depth;
    const bool too_open =
        is_formatting(tag) && tree_->active_formatting->length >= limits_.max_open_formatting;
    if ((too_deep || too_open) && !lxb_html_tag_is_void(tag)) {
      if (tag < open_left_out_.size()) {
        ++open_left_out_[tag];
      }
      return true;
    }
    return false;
  }

  void trim_attributes(lxb_html_token_t& token) const {
    std::size_t count = 0;
    for (lxb_html_token_attr_t* attribute = token.attr_first; attribute != nullptr;
         attribute = attribute->next) {
      if (++count == limits_.max_attributes) {
        attribute->next = nullptr;
        token.attr_last = attribute;
      }
    }
  }

  lxb_html_tree_t* tree_;
  PageLimits limits_;
  std::size_t max_bytes_;
  TakenBytes elements_, texts_;
  lxb_html_tokenizer_token_f to_tree_;
  void* tree_context_;
  std::array<std::size_t, LXB_TAG__LAST_ENTRY> open_left_out_{};
  std::size_t root_tags_ = 0;
  std::size_t left_out_ = 0;
  std::string refused_;
};

struct DestroyParser {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};

}  // namespace

struct PageTree::Document {
  lxb_html_document_t* html;
};

void PageTree::Destroy::operator()(Document* document) const {
  lxb_html_document_destroy(document->html);
  delete document;  // NOLINT(cppcoreguidelines-owning-memory): this is the owner's deleter
}

Result<PageTree> PageTree::parse(std::string_view html, const PageLimits& limits) {
  const std::unique_ptr<lxb_html_parser_t, DestroyParser> parser{lxb_html_parser_create()};
  FB_ASSERT(parser && lxb_html_parser_init(parser.get()) == LXB_STATUS_OK);
  parser->dom_opt |= LXB_DOM_DOCUMENT_OPT_WO_EVENTS;
  PageTree tree;
  lxb_html_document_t* document = lxb_html_parse_chunk_begin(parser.get());
  FB_ASSERT(document != nullptr);
  tree.document_.reset(new Document{document});
  Guard guard{parser.get(), limits, html.size()};
  lxb_status_t status = LXB_STATUS_OK;
  for (std::size_t at = 0; at < html.size() && status == LXB_STATUS_OK; at += kPiece) {
    const std::string_view piece = html.substr(at, kPiece);
    status = lxb_html_parse_chunk_process(parser.get(), as_lexbor(piece), piece.size());
    lexbor_array_obj_clean(parser->tkz->parse_errors);
    lexbor_array_obj_clean(parser->tree->parse_errors);
    if (guard.is_too_dear()) {  // one tag of many attributes is longer than a piece
      status = LXB_STATUS_ABORTED;
    }
  }
  if (status == LXB_STATUS_OK) {
    status = lxb_html_parse_chunk_end(parser.get());
  }
  if (status != LXB_STATUS_OK) {
    return tl::unexpected(
        Error{ErrorKind::too_large, guard.refused().empty()
                                        ? "the page can't be parsed as HTML; it is left out"
                                        : guard.refused()});
  }
  tree.tags_left_out_ = guard.left_out();
  tree.flatten();
  return tree;
}

void PageTree::flatten() {
  const lxb_dom_node_t* root = lxb_dom_interface_node(document_->html);
  nodes_.push_back({0, 0, LXB_TAG__DOCUMENT, {}, nullptr});
  std::vector<std::uint32_t> open{0};  // the nodes that hold the current one
  const lxb_dom_node_t* node = root->first_child;
  while (node != nullptr) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    bool holds = false;
    if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      const bool is_known = node->local_name < LXB_TAG__LAST_ENTRY;
      const auto tag =
          is_known ? static_cast<std::uint16_t>(node->local_name) : std::uint16_t{LXB_TAG__UNDEF};
      nodes_.push_back(
          {open.back(), 0, tag, {}, const_cast<lxb_dom_node_t*>(node)});  // NOLINT(*-const-cast)
      holds = node->first_child != nullptr;
    } else if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      const auto* text = reinterpret_cast<const lxb_dom_character_data_t*>(node);
      nodes_.push_back(
          {open.back(), 0, LXB_TAG__TEXT, as_words(text->data.data, text->data.length), nullptr});
    }
    if (holds) {
      open.push_back(index);
      node = node->first_child;
      continue;
    }
    while (node->next == nullptr && node->parent != root) {
      node = node->parent;
      nodes_[open.back()].past = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
    node = node->next;
  }
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].past == 0) {
      nodes_[i].past = i + 1;
    }
  }
  nodes_[0].past = static_cast<std::uint32_t>(nodes_.size());
}

std::string_view PageTree::attribute(std::uint32_t node, std::string_view name) const {
  if (nodes_[node].element == nullptr) {
    return "";
  }
  auto* element = static_cast<lxb_dom_element_t*>(nodes_[node].element);
  std::size_t size = 0;
  const lxb_char_t* value =
      lxb_dom_element_get_attribute(element, as_lexbor(name), name.size(), &size);
  return as_words(value, size);
}

bool PageTree::has_attribute(std::uint32_t node, std::string_view name) const {
  return nodes_[node].element != nullptr &&
         lxb_dom_element_has_attribute(static_cast<lxb_dom_element_t*>(nodes_[node].element),
                                       as_lexbor(name), name.size());
}

std::string PageTree::text_in(std::uint32_t node) const {
  std::string text;
  for (std::uint32_t i = node; i < nodes_[node].past; ++i) {
    text += nodes_[i].text;
  }
  return text;
}

}  // namespace factbox::reports::pages
