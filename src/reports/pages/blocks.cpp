#include "reports/pages/blocks.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "reports/encoding.h"

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kLongProse = 80;  ///< bytes from which a paragraph counts without a full stop
constexpr std::size_t kShortProse = 25;  ///< and with one
constexpr double kProseLinkShare = 0.35;

/// What a node inherits from those that hold it.
struct Standing {
  std::uint32_t owner = 0;  ///< the innermost block element
  bool left_out = false;
  bool set_apart = false;
  bool is_strong = false;
  bool in_link = false;
  bool in_heading = false;
  bool in_title = false;
  bool in_list = false;
  bool in_table = false;
};

bool makes_paragraph(std::uint16_t tag) {
  switch (tag) {
    case LXB_TAG_ADDRESS:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_ASIDE:
    case LXB_TAG_BLOCKQUOTE:
    case LXB_TAG_BODY:
    case LXB_TAG_CAPTION:
    case LXB_TAG_CENTER:
    case LXB_TAG_DD:
    case LXB_TAG_DETAILS:
    case LXB_TAG_DIV:
    case LXB_TAG_DL:
    case LXB_TAG_DT:
    case LXB_TAG_FIELDSET:
    case LXB_TAG_FIGCAPTION:
    case LXB_TAG_FIGURE:
    case LXB_TAG_FOOTER:
    case LXB_TAG_FORM:
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
    case LXB_TAG_HEADER:
    case LXB_TAG_HR:
    case LXB_TAG_HTML:
    case LXB_TAG_LI:
    case LXB_TAG_MAIN:
    case LXB_TAG_NAV:
    case LXB_TAG_OL:
    case LXB_TAG_P:
    case LXB_TAG_PRE:
    case LXB_TAG_SECTION:
    case LXB_TAG_SUMMARY:
    case LXB_TAG_TABLE:
    case LXB_TAG_TBODY:
    case LXB_TAG_TD:
    case LXB_TAG_TFOOT:
    case LXB_TAG_TH:
    case LXB_TAG_THEAD:
    case LXB_TAG_TR:
    case LXB_TAG_UL:
      return true;
    default:
      return false;
  }
}

bool is_heading(std::uint16_t tag) {
  return tag == LXB_TAG_H1 || tag == LXB_TAG_H2 || tag == LXB_TAG_H3 || tag == LXB_TAG_H4 ||
         tag == LXB_TAG_H5 || tag == LXB_TAG_H6;
}

/// Elements whose text is no prose of the page, whatever they are called.
bool is_no_text(std::uint16_t tag) {
  switch (tag) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_HEAD:
    case LXB_TAG_NAV:
    case LXB_TAG_FIGURE:
    case LXB_TAG_FIGCAPTION:
    case LXB_TAG_BUTTON:
    case LXB_TAG_SELECT:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_SVG:
    case LXB_TAG_IFRAME:
    case LXB_TAG_OBJECT:
    case LXB_TAG_VIDEO:
    case LXB_TAG_AUDIO:
    case LXB_TAG_CANVAS:
    case LXB_TAG_DIALOG:
    case LXB_TAG_LABEL:
    case LXB_TAG_LEGEND:
      return true;
    default:
      return false;
  }
}

/// Elements that mostly hold something else, and sometimes the report.
bool is_doubtful(std::uint16_t tag) {
  return tag == LXB_TAG_FOOTER || tag == LXB_TAG_ASIDE || tag == LXB_TAG_FORM ||
         tag == LXB_TAG_MENU;
}

/// Bytes of text that stand in paragraphs of prose, for each node and all that it holds.
std::vector<std::size_t> measure_prose(const PageTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<std::size_t> prose(nodes.size(), 0);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag == LXB_TAG__TEXT && nodes[i].text.size() >= kLongProse &&
        !is_no_text(nodes[nodes[i].parent].tag) && nodes[nodes[i].parent].tag != LXB_TAG_A) {
      prose[i] = nodes[i].text.size();
    }
  }
  for (std::size_t i = nodes.size(); i-- > 1;) {  // what is held comes after its holder
    prose[nodes[i].parent] += prose[i];
  }
  return prose;
}

bool is_hidden(const PageTree& tree, std::uint32_t node) {
  const std::string_view style = tree.attribute(node, "style");
  return tree.has_attribute(node, "hidden") ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

/// Whether what a page calls its paywall holds the report's own paragraphs, and not an offer with
/// its buttons and links.
bool is_read_behind_wall(const PageTree& tree, std::uint32_t wall) {
  constexpr std::size_t kManyParagraphs = 4;
  const auto& nodes = tree.nodes();
  std::size_t paragraphs = 0;
  bool asks = false;
  bool leads_away = false;
  for (std::uint32_t i = wall + 1; i < nodes[wall].past && paragraphs < kManyParagraphs; ++i) {
    const std::uint16_t tag = nodes[i].tag;
    asks = asks || tag == LXB_TAG_BUTTON || tag == LXB_TAG_INPUT || tag == LXB_TAG_FORM;
    leads_away = leads_away || tag == LXB_TAG_A;
    paragraphs += tag == LXB_TAG__TEXT && nodes[i].text.size() >= kLongProse ? 1 : 0;
  }
  return paragraphs >= kManyParagraphs || (!asks && paragraphs >= 2) ||
         (!asks && !leads_away && paragraphs == 1);
}

/// Whether an element and all that it holds is left out.
bool is_left_out(const PageTree& tree, const PageRules& rules, std::uint32_t node,
                 double share_of_prose, bool trust_names) {
  constexpr double kMuch = 0.4;
  constexpr double kMost = 0.5;
  const std::uint16_t tag = tree.nodes()[node].tag;
  if (is_no_text(tag)) {
    return true;
  }
  if (tag == LXB_TAG_HTML || tag == LXB_TAG_BODY || tag == LXB_TAG_ARTICLE || tag == LXB_TAG_MAIN) {
    return false;
  }
  if (is_doubtful(tag) || is_hidden(tree, node)) {
    return share_of_prose < kMuch;
  }
  if (!trust_names) {
    return false;
  }
  PartSaid said = rules.part(tree.attribute(node, "class"));
  for (const std::string_view name : {"id", "role"}) {
    const PartSaid more = rules.part(tree.attribute(node, name));
    said.noise |= more.noise;
    said.doubtful |= more.doubtful;
    said.wall |= more.wall;
    said.content |= more.content;
  }
  if (said.wall && !said.noise) {
    return share_of_prose < kMuch && !is_read_behind_wall(tree, node);
  }
  if (said.noise) {
    return share_of_prose < (said.content ? kMuch / 4 : kMost);
  }
  return said.doubtful && share_of_prose < (said.content ? kMuch / 8 : kMuch);
}

class Gathering {
 public:
  explicit Gathering(std::vector<Block>& blocks) : blocks_(blocks) {}

  void text(const Standing& at, std::uint32_t node, std::string_view words) {
    raw_ += words;
    if (words.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
      return;
    }
    line_breaks_ = 0;
    last_ = at;
    if (!has_words_) {
      first_ = node;
    }
    has_words_ = true;
    if (at.in_link) {
      link_bytes_ += words.size();
    }
    strong_bytes_ += at.is_strong ? words.size() : 0;
  }

  void line_break() {
    raw_ += ' ';
    if (++line_breaks_ >= 2) {
      finish();
    }
  }

  /// Ends the paragraph, if one has begun.
  void finish() {
    if (has_words_) {
      Block block;
      block.owner = last_.owner;
      block.first = first_;
      block.text = tidy_words(raw_);
      block.link_bytes = std::min(link_bytes_, block.text.size());
      block.strong_bytes = std::min(strong_bytes_, block.text.size());
      block.is_set_apart = last_.set_apart;
      block.is_heading = last_.in_heading;
      block.is_title = last_.in_title;
      block.in_list = last_.in_list;
      block.in_table = last_.in_table;
      block.is_sentence = ends_sentence(block.text);
      const std::size_t least = block.is_sentence && !block.is_heading ? kShortProse : kLongProse;
      // Some set the first paragraph as a heading.
      const bool may_be_prose = !block.is_heading || (!block.is_title && block.is_sentence);
      block.is_prose =
          may_be_prose && block.text.size() >= least && block.link_share() < kProseLinkShare;
      if (!block.text.empty()) {
        blocks_.push_back(std::move(block));
      }
    }
    raw_.clear();
    link_bytes_ = 0;
    strong_bytes_ = 0;
    line_breaks_ = 0;
    has_words_ = false;
  }

 private:
  std::vector<Block>& blocks_;
  std::string raw_;
  Standing last_;
  std::uint32_t first_ = 0;
  std::size_t link_bytes_ = 0;
  std::size_t strong_bytes_ = 0;
  std::size_t line_breaks_ = 0;
  bool has_words_ = false;
};

}  // namespace

bool ends_sentence(std::string_view words) {
  constexpr std::array<std::string_view, 6> kClosing{"\"", "'", ")", "”", "’", "»"};
  constexpr std::array<std::string_view, 9> kEnds{".", "!", "?", "…", "。", "！", "？", "؟", "।"};
  for (const std::string_view mark : kClosing) {
    if (words.ends_with(mark)) {
      words.remove_suffix(mark.size());
      break;
    }
  }
  return std::ranges::any_of(kEnds, [&](std::string_view end) { return words.ends_with(end); });
}

std::vector<Block> find_blocks(const PageTree& tree, const PageRules& rules, bool trust_names) {
  const auto& nodes = tree.nodes();
  const std::vector<std::size_t> prose = measure_prose(tree);
  const double all = static_cast<double>(std::max<std::size_t>(prose[0], 1));
  std::vector<Standing> standing(nodes.size());
  std::vector<std::uint32_t> open;  // paragraph-making elements that hold the current node
  std::vector<Block> blocks;
  Gathering gathering{blocks};
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    while (!open.empty() && nodes[open.back()].past <= i) {
      gathering.finish();
      open.pop_back();
    }
    Standing at = standing[nodes[i].parent];
    const std::uint16_t tag = nodes[i].tag;
    if (tag == LXB_TAG__TEXT) {
      if (!at.left_out) {
        gathering.text(at, i, nodes[i].text);
      }
      continue;
    }
    if (tag == LXB_TAG_BR) {
      gathering.line_break();
      continue;
    }
    at.left_out = at.left_out || is_no_text(tag);
    if (!at.left_out && !at.set_apart &&
        is_left_out(tree, rules, i, static_cast<double>(prose[i]) / all, trust_names)) {
      // What stands inside a paragraph is no block of its own.
      (makes_paragraph(tag) ? at.set_apart : at.left_out) = true;
    }
    at.is_strong = at.is_strong || tag == LXB_TAG_STRONG || tag == LXB_TAG_B || tag == LXB_TAG_EM ||
                   tag == LXB_TAG_I;
    at.in_link = at.in_link || tag == LXB_TAG_A;
    at.in_title = at.in_title || tag == LXB_TAG_H1;
    at.in_heading = at.in_heading || is_heading(tag);
    at.in_list = at.in_list || tag == LXB_TAG_LI;
    at.in_table = at.in_table || tag == LXB_TAG_TABLE;
    if (makes_paragraph(tag)) {
      gathering.finish();
      at.owner = i;
      open.push_back(i);
    }
    standing[i] = at;
  }
  gathering.finish();
  return blocks;
}

std::vector<Block> without_set_apart(std::vector<Block> blocks) {
  std::erase_if(blocks, [](const Block& block) { return block.is_set_apart; });
  return blocks;
}

}  // namespace factbox::reports::pages
