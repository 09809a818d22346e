#include "reports/pages/main_text.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/letters.h"
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

/// The heading that shows the title: the first that says it or most of it, else the first <h1>.
std::uint32_t find_heading(const PageTree& tree, std::string_view title) {
  const std::string wanted = skeleton(title);
  const auto& nodes = tree.nodes();
  std::uint32_t first = 0;
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
    if (first == 0 && tag == LXB_TAG_H1 && !said.empty()) {
      first = i;
    }
  }
  return first;
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

MainText choose(const PageTree& tree, const PageRules& rules, std::string_view title,
                const std::vector<Block>& blocks) {
  const Holding holding = measure(tree, blocks);
  MainText found;
  for (const Block& block : blocks) {
    found.page_bytes += block.text.size();
    found.link_bytes += block.link_bytes;
    found.linked_headings += block.is_heading && block.link_share() > 0.8 ? 1 : 0;
  }
  found.heading = find_heading(tree, title);
  const std::uint32_t core = find_core(tree, rules, holding, Places{tree, found.heading, holding});
  if (core == 0) {
    return found;
  }
  const std::uint32_t widest = widen(tree, holding, core);
  const std::uint32_t past = tree.nodes()[widest].past;
  found.element = widest;
  const std::string bare_title = skeleton(title);
  const std::vector<Company> company = find_company(tree, blocks);
  std::vector<const Block*> chosen;
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
