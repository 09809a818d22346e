#include "reports/pages/block_features.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/ascii.h"

namespace factbox::reports::pages {
namespace {

float flag(bool is) {
  return is ? 1.0F : 0.0F;
}

float share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole);
}

float logarithm(std::size_t count) {
  return std::log1p(static_cast<float>(count));
}

/// A distance in blocks; far is far.
float distance(std::size_t from, std::size_t to) {
  constexpr float kFar = 30;
  const float steps = static_cast<float>(to) - static_cast<float>(from);
  return std::clamp(steps, -kFar, kFar);
}

/// What an element's own blocks are, taken together.
struct Together {
  std::size_t blocks = 0, bytes = 0, links = 0, prose = 0, prose_blocks = 0, chosen = 0;
};

class Features {
 public:
  Features(const PageTree& tree, const PageRules& rules, const SeenBlocks& seen)
      : tree_(tree), rules_(rules), seen_(seen), depth_(tree.nodes().size()) {
    const auto& nodes = tree.nodes();
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      depth_[i] = static_cast<std::uint16_t>(depth_[nodes[i].parent] + 1);
    }
    measure();
  }

  std::vector<BlockFeatures> all() {
    const std::size_t count = seen_.blocks.size();
    std::vector<BlockFeatures> features(count);
    for (std::size_t i = 0; i < count; ++i) {
      at_ = 0;
      into_ = &features[i];
      say_text(seen_.blocks[i]);
      say_place(i);
      say_element(i);
      say_names(seen_.blocks[i]);
    }
    constexpr std::ptrdiff_t kBeside[kNeighbours] = {-2, -1, 1, 2};
    for (std::size_t i = 0; i < count; ++i) {
      at_ = kOwnFeatures;
      into_ = &features[i];
      for (const std::ptrdiff_t beside : kBeside) {
        const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(i) + beside;
        say_neighbour(i, other >= 0 && other < static_cast<std::ptrdiff_t>(count)
                             ? &seen_.blocks[static_cast<std::size_t>(other)]
                             : nullptr);
      }
    }
    return features;
  }

 private:
  void say(float value) { (*into_)[at_++] = value; }

  void measure() {
    std::unordered_map<std::uint32_t, std::size_t> bytes_in;
    std::unordered_map<std::string_view, std::size_t> bytes_named;
    const auto& nodes = tree_.nodes();
    for (std::size_t i = 0; i < seen_.blocks.size(); ++i) {
      const Block& block = seen_.blocks[i];
      all_bytes_ += block.text.size();
      heading_at_ += block.first < seen_.heading ? 1 : 0;
      Together& together = in_[nodes[block.owner].parent];
      ++together.blocks;
      together.bytes += block.text.size();
      together.links += block.link_bytes;
      together.prose += block.is_prose ? block.text.size() : 0;
      together.prose_blocks += block.is_prose ? 1 : 0;
      together.chosen += seen_.chosen[i] ? 1 : 0;
      if (!seen_.chosen[i]) {
        continue;
      }
      first_ = first_ == seen_.blocks.size() || chosen_ == 0 ? i : first_;
      last_ = i;
      ++chosen_;
      chosen_bytes_ += block.text.size();
      if (block.is_prose) {
        bytes_in[nodes[block.owner].parent] += block.text.size();
        bytes_named[tree_.attribute(block.owner, "class")] += block.text.size();
      }
    }
    const auto most = [](const auto& sizes, auto none) {
      std::size_t best = 0;
      for (const auto& [key, bytes] : sizes) {
        if (bytes > best || (bytes == best && key < none)) {
          best = bytes;
          none = key;
        }
      }
      return none;
    };
    home_ = most(bytes_in, std::uint32_t{0});
    home_name_ = most(bytes_named, std::string_view{});
  }

  void say_text(const Block& block) {
    std::size_t commas = 0;
    std::size_t ends = 0;
    std::size_t digits = 0;
    std::size_t capitals = 0;
    std::size_t spaces = 0;
    for (const char c : block.text) {
      commas += c == ',' ? 1 : 0;
      ends += c == '.' || c == '!' || c == '?' ? 1 : 0;
      digits += ascii::is_digit(c) ? 1 : 0;
      capitals += ascii::is_capital(c) ? 1 : 0;
      spaces += c == ' ' ? 1 : 0;
    }
    const std::size_t size = block.text.size();
    say(logarithm(size));
    say(static_cast<float>(block.link_share()));
    say(share(commas, size));
    say(share(ends, size));
    say(share(digits, size));
    say(share(capitals, size));
    say(share(size, spaces + 1));
    say(share(block.strong_bytes, size));
    say(flag(block.is_sentence));
    say(flag(block.is_prose));
    say(flag(block.text.ends_with(':')));
    say(flag(block.text.find_first_of("@|") != std::string::npos));
    say(flag(rules_.is_stock_line(block.text)));
    say(flag(rules_.opens_byline(block.text)));
  }

  void say_place(std::size_t i) {
    const Block& block = seen_.blocks[i];
    const std::size_t count = seen_.blocks.size();
    say(flag(seen_.chosen[i]));
    say(flag(block.is_set_apart));
    say(share(i, count));
    say(seen_.heading == 0 ? 0.0F : distance(heading_at_, i));
    say(chosen_ == 0 ? 0.0F : distance(first_, i));
    say(chosen_ == 0 ? 0.0F : distance(last_, i));
    say(logarithm(chosen_bytes_));
    say(logarithm(chosen_));
    say(share(chosen_bytes_, all_bytes_));
    const auto& nodes = tree_.nodes();
    say(flag(block.first >= seen_.element && block.first < nodes[seen_.element].past));
    say(static_cast<float>(depth_[block.owner]) - static_cast<float>(depth_[seen_.element]));
  }

  void say_element(std::size_t i) {
    const Block& block = seen_.blocks[i];
    const auto& nodes = tree_.nodes();
    const std::uint16_t tag = nodes[block.owner].tag;
    say(flag(tag == LXB_TAG_P));
    say(flag(tag == LXB_TAG_DIV));
    say(block.is_title ? 1.0F : (tag == LXB_TAG_H2 ? 2.0F : (block.is_heading ? 3.0F : 0.0F)));
    say(flag(block.in_list));
    say(flag(block.in_table));
    const Together& together = in_[nodes[block.owner].parent];
    say(logarithm(together.blocks));
    say(share(together.links, together.bytes));
    say(share(together.prose, together.bytes));
    say(logarithm(together.prose_blocks));
    say(share(together.chosen, together.blocks));
    say(flag(nodes[block.owner].parent == home_));
    say(flag(tree_.attribute(block.owner, "class") == home_name_));
  }

  /// What the elements around it are called, up to that of the report.
  void say_names(const Block& block) {
    constexpr int kSteps = 4;
    const auto& nodes = tree_.nodes();
    PartSaid said;
    int steps = 0;
    for (std::uint32_t up = block.owner; up != 0 && up != seen_.element && steps < kSteps;
         up = nodes[up].parent, ++steps) {
      for (const char* name : {"class", "id"}) {
        const PartSaid more = parts_.of(tree_.attribute(up, name));
        said.noise |= more.noise;
        said.doubtful |= more.doubtful;
        said.byline |= more.byline || more.date;
      }
    }
    say(flag(said.noise));
    say(flag(said.doubtful));
    say(flag(said.byline));
  }

  void say_neighbour(std::size_t i, const Block* other) {
    if (other == nullptr) {
      for (std::size_t n = 0; n < kNeighbourFeatures; ++n) {
        say(-1);
      }
      return;
    }
    const auto& nodes = tree_.nodes();
    const Block& block = seen_.blocks[i];
    say(logarithm(other->text.size()));
    say(static_cast<float>(other->link_share()));
    say(flag(other->is_prose));
    say(flag(seen_.chosen[static_cast<std::size_t>(other - seen_.blocks.data())]));
    say(flag(other->is_heading));
    say(flag(nodes[other->owner].parent == nodes[block.owner].parent));
    say(flag(other->is_set_apart));
    say(flag(other->text.ends_with(':')));
  }

  const PageTree& tree_;
  const PageRules& rules_;
  const SeenBlocks& seen_;
  KnownParts parts_{rules_};
  std::vector<std::uint16_t> depth_;
  std::unordered_map<std::uint32_t, Together> in_;
  std::size_t all_bytes_ = 0, heading_at_ = 0, first_ = 0, last_ = 0, chosen_ = 0;
  std::size_t chosen_bytes_ = 0;
  std::uint32_t home_ = 0;
  std::string_view home_name_;
  BlockFeatures* into_ = nullptr;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<BlockFeatures> block_features(const PageTree& tree, const PageRules& rules,
                                          const SeenBlocks& seen) {
  return Features{tree, rules, seen}.all();
}

}  // namespace factbox::reports::pages
