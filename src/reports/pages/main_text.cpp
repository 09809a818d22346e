#include "reports/pages/main_text.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_set>

#include "base/ascii.h"
#include "base/letters.h"

namespace factbox::reports::pages {
namespace {

/// How far up a paragraph speaks for those that hold it, and how loudly.
constexpr double kSpeaks[] = {1.0, 0.5, 0.25, 0.125};
constexpr double kMostOfOne = 600;  ///< bytes; a longer paragraph speaks no louder

bool is_paragraph_tag(std::uint16_t tag) {
  return tag == LXB_TAG_P || tag == LXB_TAG_LI || tag == LXB_TAG_BLOCKQUOTE || tag == LXB_TAG_PRE ||
         tag == LXB_TAG_H1 || tag == LXB_TAG_H2 || tag == LXB_TAG_H3 || tag == LXB_TAG_H4 ||
         tag == LXB_TAG_H5 || tag == LXB_TAG_H6;
}

/// What each element holds, by the bytes of its blocks.
struct Holding {
  std::vector<std::size_t> prose;
  std::vector<std::size_t> other;
  std::vector<double> spoken_for;
};

Holding measure(const PageTree& tree, const std::vector<Block>& blocks) {
  const auto& nodes = tree.nodes();
  Holding holding{std::vector<std::size_t>(nodes.size()), std::vector<std::size_t>(nodes.size()),
                  std::vector<double>(nodes.size())};
  std::vector<std::uint32_t> blocks_of(nodes.size());
  for (const Block& block : blocks) {
    ++blocks_of[block.owner];
  }
  for (const Block& block : blocks) {
    (block.is_prose ? holding.prose : holding.other)[block.owner] += block.text.size();
    if (!block.is_prose) {
      continue;
    }
    // A <div> with one text is a paragraph; with several, they stand in it.
    const bool is_paragraph =
        is_paragraph_tag(nodes[block.owner].tag) || blocks_of[block.owner] == 1;
    std::uint32_t holder = is_paragraph ? nodes[block.owner].parent : block.owner;
    const double weight = std::min(static_cast<double>(block.text.size()), kMostOfOne) *
                          (1 - block.link_share()) * (block.in_table ? 0.5 : 1.0);
    for (const double share : kSpeaks) {
      holding.spoken_for[holder] += weight * share;
      holder = nodes[holder].parent;
    }
  }
  for (std::size_t i = nodes.size(); i-- > 1;) {
    holding.prose[nodes[i].parent] += holding.prose[i];
    holding.other[nodes[i].parent] += holding.other[i];
  }
  return holding;
}

/// The element for which most speaks.
std::uint32_t find_core(const PageTree& tree, const PageRules& rules, const Holding& holding) {
  constexpr double kSaysContent = 1.4;
  constexpr double kSaysArticleBody = 2.0;
  std::uint32_t core = 0;
  double most = 0;
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i) {
    double speaks = holding.spoken_for[i];
    if (speaks * kSaysArticleBody <= most) {
      continue;
    }
    if (tree.attribute(i, "itemprop") == "articleBody") {
      speaks *= kSaysArticleBody;
    } else if (tree.nodes()[i].tag == LXB_TAG_ARTICLE ||
               rules.part(tree.attribute(i, "class")).content ||
               rules.part(tree.attribute(i, "id")).content) {
      speaks *= kSaysContent;
    }
    const double all = static_cast<double>(holding.prose[i] + holding.other[i]);
    speaks *= all > 0 ? (0.3 + 0.7 * static_cast<double>(holding.prose[i]) / all) : 0;
    if (speaks > most) {
      most = speaks;
      core = i;
    }
  }
  return core;
}

/// Goes up from the core while what is gained is mostly prose.
std::uint32_t widen(const PageTree& tree, const Holding& holding, std::uint32_t core) {
  constexpr double kWorthIt = 0.1;  ///< of the prose so far
  const auto& nodes = tree.nodes();
  std::uint32_t widest = core;
  for (std::uint32_t up = core; up != 0 && nodes[up].tag != LXB_TAG_BODY; up = nodes[up].parent) {
    const double gained = static_cast<double>(holding.prose[up] - holding.prose[widest]);
    const double dross = static_cast<double>(holding.other[up] - holding.other[widest]);
    if (gained > kWorthIt * static_cast<double>(holding.prose[widest]) && gained > dross * 1.5) {
      widest = up;
    }
    if (nodes[up].tag == LXB_TAG_ARTICLE || tree.attribute(up, "itemprop") == "articleBody") {
      break;
    }
  }
  return widest;
}

/// Words without regard to capitals and marks, to find the title again.
std::string skeleton(std::string_view words) {
  std::string bare;
  for (const char c : in_small_letters(words)) {
    if (ascii::is_small(c) || ascii::is_digit(c) || ascii::is_beyond(c)) {
      bare += c;
    }
  }
  return bare;
}

/// Whether a block inside the report's element is of the report.
bool belongs(const Block& block, const PageRules& rules) {
  constexpr double kFewLinks = 0.5;
  constexpr std::size_t kTableProse = 60;
  if (block.is_title || rules.is_stock_line(block.text)) {
    return false;
  }
  if (block.is_prose || block.is_heading) {
    return true;
  }
  if (block.in_table) {
    return block.text.size() > kTableProse && block.link_share() < kFewLinks;
  }
  return block.link_share() < kFewLinks;
}

/// Headings that nothing follows, and short lines before the first and after the last paragraph,
/// are none of the report.
void trim(std::vector<const Block*>& blocks) {
  const auto is_prose = [](const Block* block) { return block->is_prose; };
  const auto first = std::ranges::find_if(blocks, is_prose);
  blocks.erase(blocks.begin(), first);
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose);
  blocks.erase(last.base(), blocks.end());
  std::vector<const Block*> kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool leads_on = i + 1 < blocks.size() && !blocks[i + 1]->is_heading;
    if (!blocks[i]->is_heading || leads_on) {
      kept.push_back(blocks[i]);
    }
  }
  blocks = std::move(kept);
}

MainText choose(const PageTree& tree, const PageRules& rules, std::string_view title,
                const std::vector<Block>& blocks) {
  const Holding holding = measure(tree, blocks);
  MainText found;
  for (const Block& block : blocks) {
    found.page_bytes += block.text.size();
    found.link_bytes += block.link_bytes;
    found.linked_headings += block.is_heading && block.link_share() > 0.8 ? 1 : 0;
  }
  const std::uint32_t core = find_core(tree, rules, holding);
  if (core == 0) {
    return found;
  }
  const std::uint32_t widest = widen(tree, holding, core);
  const std::uint32_t past = tree.nodes()[widest].past;
  const std::string bare_title = skeleton(title);
  std::vector<const Block*> chosen;
  std::unordered_set<std::string_view> seen;
  for (const Block& block : blocks) {
    if (block.owner >= widest && block.owner < past && belongs(block, rules) &&
        (bare_title.empty() || skeleton(block.text) != bare_title) &&
        seen.insert(block.text).second) {
      chosen.push_back(&block);
    }
  }
  trim(chosen);
  for (const Block* block : chosen) {
    found.paragraphs.push_back(block->text);
    found.prose_bytes += block->is_prose ? block->text.size() : 0;
  }
  return found;
}

}  // namespace

MainText find_main_text(const PageTree& tree, const PageRules& rules, std::string_view title) {
  constexpr std::size_t kLittle = 500;
  MainText found = choose(tree, rules, title, find_blocks(tree, rules));
  if (found.prose_bytes < kLittle) {
    MainText all = choose(tree, rules, title, find_blocks(tree, rules, false));
    if (all.prose_bytes > 2 * found.prose_bytes) {
      return all;
    }
  }
  return found;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    text += text.empty() ? "" : "\n\n";
    text += paragraph;
  }
  return text;
}

}  // namespace factbox::reports::pages
