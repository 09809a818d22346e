#include "reports/pages/live_entries.h"

#include <fmt/format.h>
#include <lexbor/tag/const.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "base/instant.h"
#include "reports/encoding.h"
#include "reports/pages/blocks.h"

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kFewestEntries = 3;  ///< with two, each must have an anchor too

/// Whether the values go up all the way, or down.
template <class Values>
bool are_in_order(const Values& values) {
  return std::ranges::is_sorted(values) || std::ranges::is_sorted(values, std::ranges::greater{});
}

/// The entry that a run of blocks makes: its first heading, and the rest.
LiveEntry entry_of(std::span<const Block> blocks, const PageRules& rules) {
  LiveEntry entry;
  std::vector<std::string> paragraphs;
  for (const Block& block : blocks) {
    if (block.is_heading && !block.is_prose) {
      if (entry.title.empty() && paragraphs.empty()) {
        entry.title = block.text;
      } else {
        paragraphs.push_back(block.text);
      }
    } else if (!rules.is_stock_line(block.text) &&
               (block.is_prose || (block.is_sentence && block.link_share() < 0.5))) {
      paragraphs.push_back(block.text);
    }
  }
  entry.text = joined(paragraphs);
  return entry;
}

std::vector<LiveEntry> by_linked_data(const LinkedArticle& article) {
  std::vector<LiveEntry> entries;
  for (const LinkedEntry& linked : article.entries) {
    LiveEntry entry;
    entry.title = linked.headline;
    entry.text = linked.body;
    entry.published = linked.published;
    entry.modified = linked.modified;
    entry.authors = linked.authors;
    const std::size_t mark = linked.url.find('#');
    entry.anchor = mark == std::string::npos ? "" : linked.url.substr(mark);
    entries.push_back(std::move(entry));
  }
  return entries.size() < 2 ? std::vector<LiveEntry>{} : entries;
}

/// An element that may be an entry.
struct Candidate {
  std::uint32_t element;
  std::string time;
  PrintedTime at;
  std::string anchor;
};

class Markup {
 public:
  Markup(const PageTree& tree, const PageRules& rules) : tree_(tree), rules_(rules) {}

  std::vector<LiveEntry> find() {
    gather();
    const std::vector<Candidate>* best = nullptr;
    for (const auto& [kind, candidates] : kinds_) {
      if (are_entries(candidates) && (best == nullptr || candidates.size() > best->size())) {
        best = &candidates;
      }
    }
    return best == nullptr ? std::vector<LiveEntry>{} : read(*best);
  }

 private:
  /// Elements side by side that have the same tag and the same first class.
  using Kind = std::pair<std::uint32_t, std::string>;

  static bool may_hold_entry(std::uint16_t tag) {
    return tag == LXB_TAG_ARTICLE || tag == LXB_TAG_DIV || tag == LXB_TAG_LI ||
           tag == LXB_TAG_SECTION;
  }

  /// For each time that a machine wrote, the elements around it up to a few steps may be entries.
  void gather() {
    constexpr int kSteps = 6;
    const auto& nodes = tree_.nodes();
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      if (nodes[i].tag != LXB_TAG_TIME) {
        continue;
      }
      const std::string time = tidy_words(tree_.attribute(i, "datetime"));
      const auto read = read_time(time);
      if (!read || time.find(':') == std::string::npos) {
        continue;
      }
      std::uint32_t up = nodes[i].parent;
      for (int step = 0; step < kSteps && up != 0; ++step, up = nodes[up].parent) {
        if (may_hold_entry(nodes[up].tag)) {
          auto& candidates = kinds_[kind_of(up)];
          if (candidates.empty() || candidates.back().element != up) {
            candidates.push_back({up, time, *read, anchor_of(up)});
          }
        }
      }
    }
  }

  [[nodiscard]] Kind kind_of(std::uint32_t node) const {
    const std::string_view name = tree_.attribute(node, "class");
    return {tree_.nodes()[node].parent,
            fmt::format("{} {}", tree_.nodes()[node].tag, name.substr(0, name.find(' ')))};
  }

  [[nodiscard]] std::string anchor_of(std::uint32_t node) const {
    for (const char* name : {"id", "data-id", "data-block-id", "data-post-id"}) {
      const std::string_view id = tree_.attribute(node, name);
      if (!id.empty()) {
        return fmt::format("#{}", tidy_words(id));
      }
    }
    return "";
  }

  /// Whether they tell something at times in order, and lead nowhere else.
  [[nodiscard]] bool are_entries(const std::vector<Candidate>& candidates) const {
    if (candidates.size() < 2) {
      return false;
    }
    std::vector<Instant> times;
    bool all_anchored = true;
    for (const Candidate& candidate : candidates) {
      times.push_back(candidate.at.first);
      all_anchored = all_anchored && !candidate.anchor.empty();
    }
    if (!are_in_order(times) || times.front() == times.back() ||
        (candidates.size() < kFewestEntries && !all_anchored)) {
      return false;
    }
    for (std::uint32_t up = candidates.front().element; up != 0; up = tree_.nodes()[up].parent) {
      if (tree_.nodes()[up].tag == LXB_TAG_NAV || tree_.nodes()[up].tag == LXB_TAG_ASIDE ||
          rules_.part(tree_.attribute(up, "class")).noise ||
          rules_.part(tree_.attribute(up, "id")).noise) {
        return false;
      }
    }
    return std::ranges::none_of(candidates,
                                [&](const Candidate& one) { return leads_elsewhere(one); });
  }

  /// Whether a heading in it, or it as a whole, is a link to another page.
  [[nodiscard]] bool leads_elsewhere(const Candidate& candidate) const {
    const auto& nodes = tree_.nodes();
    std::uint32_t past_heading = 0;
    for (std::uint32_t i = candidate.element; i < nodes[candidate.element].past; ++i) {
      const std::uint16_t tag = nodes[i].tag;
      if (tag == LXB_TAG_H1 || tag == LXB_TAG_H2 || tag == LXB_TAG_H3 || tag == LXB_TAG_H4) {
        past_heading = nodes[i].past;
      }
      if (tag != LXB_TAG_A || tree_.attribute(i, "href").find('#') != std::string_view::npos) {
        continue;
      }
      bool holds_heading = i < past_heading;
      for (std::uint32_t in = i + 1; in < nodes[i].past && !holds_heading; ++in) {
        const std::uint16_t held = nodes[in].tag;
        holds_heading =
            held == LXB_TAG_H2 || held == LXB_TAG_H3 || held == LXB_TAG_H4 || held == LXB_TAG_P;
      }
      if (holds_heading) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::vector<LiveEntry> read(const std::vector<Candidate>& candidates) const {
    const std::vector<Block> blocks = without_set_apart(find_blocks(tree_, rules_, false));
    std::vector<LiveEntry> entries;
    for (const Candidate& candidate : candidates) {
      const auto at = [&](std::uint32_t node) {
        return std::ranges::lower_bound(blocks, node, {}, &Block::first);
      };
      const auto begin = at(candidate.element);
      const auto end = at(tree_.nodes()[candidate.element].past);
      LiveEntry entry = entry_of(std::span{begin, end}, rules_);
      entry.published = candidate.time;
      entry.anchor = candidate.anchor;
      if (!entry.text.empty()) {
        entries.push_back(std::move(entry));
      }
    }
    return entries.size() < 2 ? std::vector<LiveEntry>{} : entries;
  }

  const PageTree& tree_;
  const PageRules& rules_;
  std::map<Kind, std::vector<Candidate>> kinds_;
};

/// A clock at the beginning of words: minutes of the day, and what stands behind it.
struct Clock {
  int minutes;
  std::string_view rest;
};

std::optional<Clock> clock_at_front(std::string_view words) {
  constexpr std::size_t kDigits = 5;
  constexpr int kHour = 60;
  std::string_view digits = words.substr(0, kDigits);
  const std::size_t mark = digits.find_first_of(":.");
  if ((mark != 1 && mark != 2) || digits.size() < mark + 3) {
    return std::nullopt;
  }
  digits = digits.substr(0, mark + 3);
  int minutes = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == mark) {
      continue;
    }
    if (!ascii::is_digit(digits[i])) {
      return std::nullopt;
    }
    const int digit = digits[i] - '0';
    minutes = i == mark + 1 ? minutes * kHour + digit * 10
                            : (i < mark ? minutes * 10 + digit : minutes + digit);
  }
  std::string_view rest = words.substr(digits.size());
  if (!rest.empty() && ascii::is_digit(rest[0])) {
    return std::nullopt;
  }
  if (rest.starts_with(" Uhr")) {  // not English: behind a clock in German
    rest.remove_prefix(4);
  }
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view dash : {"–", "—", " ", "-", "|", ":", "."}) {
      if (rest.starts_with(dash)) {
        rest.remove_prefix(dash.size());
        more = true;
      }
    }
  }
  return minutes < 24 * kHour ? std::optional{Clock{minutes, rest}} : std::nullopt;
}

/// The day of a time, and its zone: "2026-04-12" and "+02:00".
std::pair<std::string, std::string> day_and_zone(const std::string& published) {
  constexpr std::size_t kDay = 10;
  if (published.size() < kDay) {
    return {};
  }
  const std::size_t clock = published.find(':');
  const std::size_t zone =
      clock == std::string::npos ? clock : published.find_first_of("Z+-", clock);
  return {published.substr(0, kDay), zone == std::string::npos ? "" : published.substr(zone)};
}

std::vector<LiveEntry> by_clocks(const PageTree& tree, const PageRules& rules, const MainText& main,
                                 const std::string& published) {
  const auto seen = std::ranges::count_if(main.paragraphs, [](const std::string& paragraph) {
    return clock_at_front(paragraph).has_value();
  });
  if (seen < 2) {
    return {};
  }
  std::vector<Block> blocks = without_set_apart(find_blocks(tree, rules));
  std::erase_if(blocks, [&](const Block& block) {
    return block.owner < main.element || block.owner >= tree.nodes()[main.element].past;
  });
  std::vector<int> clocks;
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto clock = clock_at_front(blocks[i].text)) {
      clocks.push_back(clock->minutes);
      begins.push_back(i);
    }
  }
  if (clocks.size() < kFewestEntries || !are_in_order(clocks) || clocks.front() == clocks.back()) {
    return {};
  }
  const auto [day, zone] = day_and_zone(published);
  std::vector<LiveEntry> entries;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : blocks.size();
    Block& first = blocks[begins[i]];
    first.text = std::string{clock_at_front(first.text)->rest};
    first.is_prose = first.is_prose && !first.text.empty();
    LiveEntry entry = entry_of(std::span{blocks}.subspan(begins[i], end - begins[i]), rules);
    if (!day.empty()) {
      entry.published =
          fmt::format("{}T{:02}:{:02}:00{}", day, clocks[i] / 60, clocks[i] % 60, zone);
    }
    if (entry.text.empty()) {
      return {};
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

std::vector<LiveEntry> find_live_entries(const PageTree& tree, const PageRules& rules,
                                         const LinkedArticle& article, const MainText& main,
                                         const std::string& published) {
  std::vector<LiveEntry> entries = by_linked_data(article);
  if (entries.empty()) {
    entries = Markup{tree, rules}.find();
  }
  return entries.empty() ? by_clocks(tree, rules, main, published) : entries;
}

}  // namespace factbox::reports::pages
