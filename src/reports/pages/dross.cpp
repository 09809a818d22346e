#include "reports/pages/dross.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace factbox::reports::pages {
namespace {

using Blocks = std::vector<const Block*>;

bool leads_elsewhere(const Block& block) {
  constexpr double kWhole = 0.8;
  return block.is_heading && block.link_share() > kWhole;
}

/// An element with one linked heading, and what else stands in it.
struct Teaser {
  std::uint32_t element;
  std::uint32_t river;  ///< the element in which it stands beside others
};

/// The largest element around a linked heading in which no other one stands.
std::vector<Teaser> find_teasers(const PageTree& tree, const Blocks& blocks) {
  const auto& nodes = tree.nodes();
  std::vector<std::uint32_t> headings;
  for (const Block* block : blocks) {
    if (leads_elsewhere(*block)) {
      headings.push_back(block->first);
    }
  }
  std::vector<Teaser> teasers;
  if (headings.size() < 2) {
    return teasers;
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto holds_another = [&](std::uint32_t node) {
      return (i > 0 && headings[i - 1] >= node) ||
             (i + 1 < headings.size() && headings[i + 1] < nodes[node].past);
    };
    std::uint32_t element = headings[i];
    while (element != 0 && !holds_another(nodes[element].parent)) {
      element = nodes[element].parent;
    }
    teasers.push_back({element, nodes[element].parent});
  }
  return teasers;
}

std::size_t leave_out_teasers(const PageTree& tree, Blocks& blocks) {
  constexpr std::size_t kMostProse = 700;  ///< bytes; with more it is a part of a report
  const auto& nodes = tree.nodes();
  std::unordered_map<std::uint32_t, std::size_t> in_river;
  const std::vector<Teaser> teasers = find_teasers(tree, blocks);
  for (const Teaser& teaser : teasers) {
    ++in_river[teaser.river];
  }
  std::size_t left_out = 0;
  std::vector<bool> dropped(blocks.size());
  for (const Teaser& teaser : teasers) {
    if (in_river[teaser.river] < 2) {
      continue;
    }
    const auto at = [&blocks](std::uint32_t node) {
      return std::ranges::lower_bound(blocks, node, {},
                                      [](const Block* block) { return block->first; });
    };
    const auto begin = at(teaser.element);
    const auto end = at(nodes[teaser.element].past);
    std::size_t prose = 0;
    for (auto block = begin; block != end; ++block) {
      prose += (*block)->is_prose ? (*block)->text.size() : 0;
    }
    // A linked heading with nothing of its own below it may be a report's.
    if (prose <= kMostProse && (end - begin > 1 || (*begin)->owner != teaser.element)) {
      std::fill(dropped.begin() + (begin - blocks.begin()),
                dropped.begin() + (end - blocks.begin()), true);
      ++left_out;
    }
  }
  Blocks kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!dropped[i]) {
      kept.push_back(blocks[i]);
    }
  }
  blocks = std::move(kept);
  return left_out;
}

/// Labels stand in a row, and hardly one of them is as long as a sentence.
void leave_out_labels(Blocks& blocks) {
  constexpr std::size_t kFew = 4;
  constexpr std::size_t kLongestLabel = 40;
  constexpr std::size_t kMostOfAll = 16;  ///< bytes a label, taken together
  const auto may_be_label = [](const Block* block) {
    return !block->is_prose && !block->is_heading && !block->in_list && !block->is_sentence &&
           !block->in_table && block->text.size() <= kLongestLabel;
  };
  Blocks kept;
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i;
    std::size_t bytes = 0;
    while (end < blocks.size() && may_be_label(blocks[end])) {
      bytes += blocks[end++]->text.size();
    }
    if (end - i < kFew || bytes > kMostOfAll * (end - i)) {
      end = std::max(end, i + 1);
      kept.insert(kept.end(), blocks.begin() + static_cast<std::ptrdiff_t>(i),
                  blocks.begin() + static_cast<std::ptrdiff_t>(end));
    }
    i = end;
  }
  blocks = std::move(kept);
}

void trim(const PageRules& rules, Blocks& blocks) {
  constexpr std::size_t kLongestByline = 200;
  const auto opens_text = [&rules](const Block* block) {
    return block->is_prose && (block->is_sentence || block->text.size() > kLongestByline ||
                               !rules.opens_byline(block->text));
  };
  const auto is_prose = [](const Block* block) { return block->is_prose; };
  blocks.erase(blocks.begin(), std::ranges::find_if(blocks, opens_text));
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose);
  blocks.erase(last.base(), blocks.end());
  Blocks kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool leads_on = i + 1 < blocks.size() && !blocks[i + 1]->is_heading;
    if (!blocks[i]->is_heading || blocks[i]->is_prose || leads_on) {
      kept.push_back(blocks[i]);
    }
  }
  blocks = std::move(kept);
}

}  // namespace

std::size_t leave_out_dross(const PageTree& tree, const PageRules& rules, Blocks& blocks) {
  const std::size_t teasers = leave_out_teasers(tree, blocks);
  leave_out_labels(blocks);
  trim(rules, blocks);
  return teasers;
}

}  // namespace factbox::reports::pages
