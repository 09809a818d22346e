#include "reports/pages/main_text.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/letters.h"
#include "reports/pages/block_features.h"
#include "reports/pages/block_trees.h"
#include "reports/pages/dross.h"

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

/// The heading that shows the title: the first that says it or most of it, else the only <h1>.
std::uint32_t find_heading(const PageTree& tree, std::string_view title) {
  const std::string wanted = skeleton(title);
  const auto& nodes = tree.nodes();
  std::uint32_t only = 0;
  std::size_t count = 0;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const std::uint16_t tag = nodes[i].tag;
    if (tag != LXB_TAG_H1 && tag != LXB_TAG_H2 && tag != LXB_TAG_H3) {
      continue;
    }
    const std::string said = skeleton(tree.text_in(i));
    const bool is_most = 2 * said.size() > wanted.size() && 2 * wanted.size() > said.size();
    if (!wanted.empty() && is_most &&
        (said.find(wanted) != std::string::npos || wanted.find(said) != std::string::npos)) {
      return i;
    }
    if (tag == LXB_TAG_H1 && !said.empty()) {
      only = i;
      ++count;
    }
  }
  return count == 1 ? only : 0;
}

/// What the place of an element says for or against its being the report's.
class Places {
 public:
  Places(const PageTree& tree, std::uint32_t heading, const Holding& holding)
      : tree_(tree), heading_(heading) {
    const auto& nodes = tree.nodes();
    for (std::uint32_t up = heading; up != 0; up = nodes[up].parent) {
      around_heading_.push_back(up);
      if ((nodes[up].tag == LXB_TAG_MAIN || nodes[up].tag == LXB_TAG_ARTICLE) &&
          holding.prose[up] > 0) {
        main_ = up;
        break;
      }
    }
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i].tag == LXB_TAG_BUTTON || nodes[i].tag == LXB_TAG_INPUT) {
        controls_.push_back(i);
      }
    }
  }

  /// How much louder those who speak for an element are heard.
  [[nodiscard]] double weight(std::uint32_t element, std::size_t bytes) const {
    constexpr double kHoldsHeading = 1.5;
    constexpr double kAroundMain = 0.5;
    constexpr double kBesideHeading = 1.5;
    constexpr double kBeforeHeading = 0.3;
    constexpr double kOutsideMain = 0.3;
    constexpr double kAsks = 0.4;
    constexpr std::size_t kMostOfQuestion = 2500;
    const auto& nodes = tree_.nodes();
    const auto holds = [&nodes](std::uint32_t holder, std::uint32_t held) {
      return held >= holder && held < nodes[holder].past;
    };
    if (heading_ == 0) {
      return 1;
    }
    if (holds(element, heading_)) {
      return main_ != 0 && element < main_ ? kAroundMain : kHoldsHeading;
    }
    double weight = element < heading_ ? kBeforeHeading : 1;
    if (main_ != 0 && !holds(main_, element)) {
      weight *= kOutsideMain;
    } else if (weight == 1 && std::ranges::any_of(around_heading_, [&](std::uint32_t up) {
                 return nodes[up].tag != LXB_TAG_BODY && nodes[up].tag != LXB_TAG_HTML &&
                        holds(up, element);
               })) {
      weight *= kBesideHeading;
    }
    const auto control = std::ranges::lower_bound(controls_, element);
    if (bytes < kMostOfQuestion && control != controls_.end() && holds(element, *control)) {
      weight *= kAsks;
    }
    return weight;
  }

 private:
  const PageTree& tree_;
  std::uint32_t heading_;
  std::uint32_t main_ = 0;
  std::vector<std::uint32_t> around_heading_;
  std::vector<std::uint32_t> controls_;
};

/// The element for which most speaks.
std::uint32_t find_core(const PageTree& tree, const PageRules& rules, const Holding& holding,
                        const Places& places) {
  constexpr double kSaysContent = 1.4;
  constexpr double kSaysArticleBody = 2.0;
  constexpr double kWellPlaced = 1.5;
  std::uint32_t core = 0;
  double most = 0;
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i) {
    double speaks = holding.spoken_for[i];
    if (speaks * kSaysArticleBody * kWellPlaced <= most) {
      continue;
    }
    if (tree.attribute(i, "itemprop") == "articleBody") {
      speaks *= kSaysArticleBody;
    } else if (tree.nodes()[i].tag == LXB_TAG_ARTICLE ||
               rules.part(tree.attribute(i, "class")).content ||
               rules.part(tree.attribute(i, "id")).content) {
      speaks *= kSaysContent;
    }
    const std::size_t all = holding.prose[i] + holding.other[i];
    speaks *= all > 0
                  ? (0.3 + 0.7 * static_cast<double>(holding.prose[i]) / static_cast<double>(all))
                  : 0;
    speaks *= places.weight(i, all);
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

/// How a block stands among the paragraphs of its element.
struct Company {
  bool among_paragraphs = false;  ///< it is a <p>, as are others that are prose
  bool between_prose = false;     ///< it is a <p> between two, of which one at least is prose
};

/// Whether a block inside the report's element is of the report.
bool belongs(const Block& block, const PageRules& rules, const Company& company) {
  constexpr double kFewLinks = 0.5;
  constexpr std::size_t kTableProse = 60;
  constexpr std::size_t kLongLink = 60;
  const bool is_plain = company.among_paragraphs && block.link_bytes == 0;
  if (block.is_title || rules.is_stock_line(block.text, is_plain)) {
    return false;
  }
  if (block.is_prose || block.is_heading) {
    return true;
  }
  if (block.in_table) {
    return block.text.size() > kTableProse && block.link_share() < kFewLinks;
  }
  return block.link_share() < kFewLinks ||
         (company.between_prose && block.is_sentence && block.text.size() > kLongLink);
}

/// The company of each block.
std::vector<Company> find_company(const PageTree& tree, const std::vector<Block>& blocks) {
  const auto& nodes = tree.nodes();
  std::unordered_map<std::uint32_t, std::size_t> prose_in;
  const auto is_paragraph = [&](const Block& block) { return nodes[block.owner].tag == LXB_TAG_P; };
  const auto element = [&](const Block& block) { return nodes[block.owner].parent; };
  for (const Block& block : blocks) {
    if (is_paragraph(block) && block.is_prose) {
      ++prose_in[element(block)];
    }
  }
  std::vector<Company> all(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto beside = [&](std::size_t other) {
      return is_paragraph(blocks[other]) && element(blocks[other]) == element(blocks[i]);
    };
    if (!is_paragraph(blocks[i])) {
      continue;
    }
    const auto found = prose_in.find(element(blocks[i]));
    all[i].among_paragraphs = found != prose_in.end() && found->second > 1;
    all[i].between_prose = i > 0 && i + 1 < blocks.size() && beside(i - 1) && beside(i + 1) &&
                           (blocks[i - 1].is_prose || blocks[i + 1].is_prose);
  }
  return all;
}

/// What the rules make of a page's blocks.
struct Choice {
  MainText main;
  std::vector<const Block*> blocks;  ///< of the report
};

Choice choose(const PageTree& tree, const PageRules& rules, std::string_view title,
              const std::vector<Block>& blocks) {
  const Holding holding = measure(tree, blocks);
  Choice choice;
  MainText& found = choice.main;
  for (const Block& block : blocks) {
    found.page_bytes += block.text.size();
    found.link_bytes += block.link_bytes;
    found.linked_headings += block.is_heading && block.link_share() > 0.8 ? 1 : 0;
  }
  found.heading = find_heading(tree, title);
  const std::uint32_t core = find_core(tree, rules, holding, Places{tree, found.heading, holding});
  if (core == 0) {
    return choice;
  }
  const std::uint32_t widest = widen(tree, holding, core);
  const std::uint32_t past = tree.nodes()[widest].past;
  found.element = widest;
  const std::string bare_title = skeleton(title);
  const std::vector<Company> company = find_company(tree, blocks);
  std::vector<const Block*>& chosen = choice.blocks;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    if (block.owner >= widest && block.owner < past && belongs(block, rules, company[i]) &&
        (bare_title.empty() || skeleton(block.text) != bare_title) &&
        seen.insert(block.text).second) {
      chosen.push_back(&block);
    }
  }
  found.teasers = leave_out_dross(tree, rules, chosen);
  for (const Block* block : chosen) {
    found.paragraphs.push_back(block->text);
    found.prose_bytes += block->is_prose ? block->text.size() : 0;
  }
  if (!chosen.empty()) {
    found.first = chosen.front()->first;
    found.last = chosen.back()->first;
  }
  return choice;
}

/// The blocks of a page, those that the rules choose of them, and what is seen of each.
struct Judged {
  std::vector<Block> blocks;
  std::vector<bool> chosen;
  std::vector<BlockFeatures> features;
  MainText main;
};

Judged judge(const PageTree& tree, const PageRules& rules, std::string_view title,
             bool with_features) {
  constexpr std::size_t kLittle = 500;
  Judged judged;
  judged.blocks = find_blocks(tree, rules);
  std::vector<Block> plain = without_set_apart(judged.blocks);
  Choice choice = choose(tree, rules, title, plain);
  if (choice.main.prose_bytes < kLittle) {
    std::vector<Block> all = find_blocks(tree, rules, false);
    const std::vector<Block> open = without_set_apart(all);
    Choice other = choose(tree, rules, title, open);
    if (other.main.prose_bytes > 2 * choice.main.prose_bytes) {
      judged.blocks = std::move(all);
      choice = std::move(other);
      plain = open;
      choice = choose(tree, rules, title, plain);
    }
  }
  judged.chosen.resize(judged.blocks.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < judged.blocks.size() && next < choice.blocks.size(); ++i) {
    if (judged.blocks[i].first == choice.blocks[next]->first) {
      judged.chosen[i] = true;
      ++next;
    }
  }
  judged.main = std::move(choice.main);
  if (with_features) {
    judged.features = block_features(
        tree, rules,
        {judged.blocks, judged.chosen, judged.main.heading, judged.main.element, title});
  }
  return judged;
}

/// How likely a block must be of the report to be taken. Where rules have reasons against it that
/// the trees know too, they must be surer; and a short report tells them little.
double least_likelihood(const PageTree& tree, const PageRules& rules, const Judged& judged,
                        std::size_t at) {
  constexpr double kLikely = 0.5;
  constexpr double kSurely = 0.85;
  constexpr double kNever = 1;
  constexpr double kAllLinks = 0.8;
  constexpr std::size_t kLittle = 800;
  const Block& block = judged.blocks[at];
  if (judged.chosen[at]) {
    return judged.main.prose_bytes < kLittle ? kLikely / 2 : kLikely;
  }
  const bool is_outside =
      block.first < judged.main.element || block.first >= tree.nodes()[judged.main.element].past;
  if (block.is_set_apart || is_outside || rules.is_stock_line(block.text)) {
    return judged.main.prose_bytes < kLittle || !block.is_prose ? kNever : kSurely;
  }
  return block.link_share() > kAllLinks ? kNever : kLikely;
}

}  // namespace

MainText find_main_text(const PageTree& tree, const PageRules& rules, std::string_view title) {
  const BlockTrees& trees = rules.block_trees();
  Judged judged = judge(tree, rules, title, trees.can_tell());
  if (!trees.can_tell() || judged.main.paragraphs.empty()) {
    return std::move(judged.main);
  }
  const std::string bare_title = skeleton(title);
  std::vector<std::string> paragraphs;
  std::unordered_set<std::string_view> seen;
  std::size_t prose_bytes = 0;
  for (std::size_t i = 0; i < judged.blocks.size(); ++i) {
    const Block& block = judged.blocks[i];
    const double least = least_likelihood(tree, rules, judged, i);
    if (least < 1 && trees.likelihood(judged.features[i]) > least &&
        skeleton(block.text) != bare_title && seen.insert(block.text).second) {
      paragraphs.push_back(block.text);
      prose_bytes += block.is_prose ? block.text.size() : 0;
    }
  }
  if (prose_bytes > 0) {
    judged.main.paragraphs = std::move(paragraphs);
    judged.main.prose_bytes = prose_bytes;
  }
  return std::move(judged.main);
}

std::vector<SeenBlock> see_blocks(const PageTree& tree, const PageRules& rules,
                                  std::string_view title) {
  Judged judged = judge(tree, rules, title, true);
  std::vector<SeenBlock> seen;
  for (std::size_t i = 0; i < judged.blocks.size(); ++i) {
    seen.push_back({std::move(judged.blocks[i].text), judged.features[i]});
  }
  return seen;
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
