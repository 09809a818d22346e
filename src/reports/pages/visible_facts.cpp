#include "reports/pages/visible_facts.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/instant.h"
#include "reports/encoding.h"
#include "reports/pages/names.h"

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kLongestLine = 200;  ///< bytes of a line that says when or by whom

/// Where something stands, the likeliest place of the report's own first.
enum class Zone : std::uint8_t { head, above, inside, below, elsewhere };
constexpr std::size_t kZones = 5;

/// How something is said, the surest way first.
enum class Way : std::uint8_t { item, marked, named, printed };
constexpr std::size_t kWays = 4;

/// The parts of a page by where its report's title and text stand.
class Map {
 public:
  Map(const PageTree& tree, const MainText& main) : main_(main) {
    const auto& nodes = tree.nodes();
    around_ = main.heading == 0 ? 0 : nodes[main.heading].parent;
    while (around_ != 0 && nodes[around_].past <= main.last) {
      around_ = nodes[around_].parent;
    }
    const std::uint16_t tag = nodes[around_].tag;
    has_own_place_ = around_ != 0 && tag != LXB_TAG_BODY && tag != LXB_TAG_HTML;
    past_ = nodes[around_].past;
  }

  [[nodiscard]] Zone zone(std::uint32_t node) const {
    if (node < around_ || node >= past_) {
      return Zone::elsewhere;
    }
    if (node >= main_.heading && node < main_.first) {
      return main_.heading == 0 ? Zone::elsewhere : Zone::head;
    }
    if (node >= main_.first && node <= main_.last) {
      return Zone::inside;
    }
    if (!has_own_place_) {
      return Zone::elsewhere;
    }
    return node < main_.heading ? Zone::above : Zone::below;
  }

  [[nodiscard]] bool holds_text(std::uint32_t node, std::uint32_t past) const {
    return main_.first >= node && main_.first < past;
  }

 private:
  const MainText& main_;
  std::uint32_t around_ = 0;
  std::uint32_t past_ = 0;
  bool has_own_place_ = false;
};

/// A line of the page that may say when or by whom: its words, and the times in its tags.
struct Line {
  std::string words;
  struct Marked {
    std::size_t at;   ///< in the words, where the element's own begin
    std::size_t end;  ///< and end
    std::string iso;
    bool is_change;
  };
  std::vector<Marked> marked;
  Zone zone = Zone::elsewhere;
};

bool begins_line(std::uint16_t tag) {
  switch (tag) {
    case LXB_TAG_BR:
    case LXB_TAG_DIV:
    case LXB_TAG_P:
    case LXB_TAG_LI:
    case LXB_TAG_UL:
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_HEADER:
    case LXB_TAG_SECTION:
    case LXB_TAG_ARTICLE:
    case LXB_TAG_TD:
    case LXB_TAG_DD:
    case LXB_TAG_FIGURE:
      return true;
    default:
      return false;
  }
}

/// Whether what an element holds is of other reports, or nothing that is shown.
bool is_passed_over(const PageTree& tree, KnownParts& parts, const Map& map, std::uint32_t node) {
  const auto& nodes = tree.nodes();
  const bool is_head = map.zone(node) == Zone::head;
  switch (nodes[node].tag) {
    case LXB_TAG_HEAD:
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_NAV:
    case LXB_TAG_FIGURE:
    case LXB_TAG_BUTTON:
    case LXB_TAG_SELECT:
    case LXB_TAG_SVG:
    case LXB_TAG_BLOCKQUOTE:
      return true;
    case LXB_TAG_ARTICLE:
    case LXB_TAG_ASIDE:
      return !map.holds_text(node, nodes[node].past);
    case LXB_TAG_LI:
    case LXB_TAG_FOOTER:
      return !is_head && !map.holds_text(node, nodes[node].past);
    default:
      break;
  }
  return !is_head && !map.holds_text(node, nodes[node].past) &&
         (parts.of(tree.attribute(node, "class")).noise ||
          parts.of(tree.attribute(node, "id")).noise);
}

/// The words in a node, if they are few; else nothing.
std::string short_text(const PageTree& tree, std::uint32_t node) {
  std::string text;
  for (std::uint32_t i = node; i < tree.nodes()[node].past; ++i) {
    const std::uint16_t holder = tree.nodes()[tree.nodes()[i].parent].tag;
    if (!tree.nodes()[i].text.empty() && holder != LXB_TAG_SCRIPT && holder != LXB_TAG_STYLE) {
      text += tree.nodes()[i].text;
      text += ' ';
    }
    if (text.size() > 4 * kLongestLine) {
      return "";
    }
  }
  text = tidy_words(text);
  return text.size() > kLongestLine ? "" : text;
}

class Looking {
 public:
  Looking(const PageTree& tree, const MainText& main, const PageRules& rules,
          const DateWords& dates)
      : tree_(tree), rules_(rules), dates_(dates), map_(tree, main), passed_(tree.nodes().size()) {}

  VisibleFacts look() {
    const auto& nodes = tree_.nodes();
    for (std::uint32_t i = 1; i < nodes.size(); ++i) {
      passed_[i] = passed_[nodes[i].parent] || is_passed_over(tree_, parts_, map_, i);
      if (passed_[i]) {
        continue;
      }
      const std::uint16_t tag = nodes[i].tag;
      if (tag == LXB_TAG__TEXT) {
        hear_text(i);
        continue;
      }
      if (begins_line(tag)) {
        end_line();
      }
      hear_time(i);
      hear_authors(i);
    }
    end_line();
    VisibleFacts facts;
    for (std::size_t zone = 0; zone < kZones; ++zone) {
      for (std::size_t way = 0; way < kWays; ++way) {
        const auto first = [&](auto& kept, auto& all) {
          if (kept.empty()) {
            kept = std::move(all[zone][way]);
          }
        };
        first(facts.published, published_);
        first(facts.modified, modified_);
        first(facts.authors, authors_);
      }
    }
    return facts;
  }

 private:
  void hear_text(std::uint32_t node) {
    const Zone zone = map_.zone(node);
    const bool may_say = dated_ || (zone != Zone::inside && zone != Zone::elsewhere);
    if (!may_say || line_.words.size() > kLongestLine) {
      return;
    }
    const std::string words = tidy_words(tree_.nodes()[node].text);
    if (words.empty()) {
      return;
    }
    if (line_.words.empty() && line_.marked.empty()) {
      line_.zone = zone;
    }
    line_.words += line_.words.empty() ? "" : " ";
    line_.words += words;
  }

  /// A time that a machine wrote, as ISO 8601; empty if it is none.
  [[nodiscard]] std::string as_time(std::string_view words) const {
    std::string tidy = tidy_words(words);
    if (read_time(tidy)) {
      return tidy;
    }
    const auto found = dates_.find(tidy);
    return found ? found->iso : "";
  }

  void hear_time(std::uint32_t node) {
    const std::string_view item = tree_.attribute(node, "itemprop");
    const bool is_change = item == "dateModified";
    if (is_change || item == "datePublished") {
      std::string time;
      for (const std::string& words :
           {std::string{tree_.attribute(node, "datetime")},
            std::string{tree_.attribute(node, "content")}, short_text(tree_, node)}) {
        time = time.empty() ? as_time(words) : time;
      }
      keep(is_change, map_.zone(node), Way::item, std::move(time));
      return;
    }
    if (tree_.nodes()[node].tag != LXB_TAG_TIME) {
      return;
    }
    std::string time = as_time(tree_.attribute(node, "datetime"));
    if (!time.empty()) {
      if (line_.words.empty() && line_.marked.empty()) {
        line_.zone = map_.zone(node);
      }
      const std::string own = short_text(tree_, node);
      line_.marked.push_back(
          {line_.words.size(), line_.words.size() + own.size() + 1, std::move(time),
           rules_.tells_change(tree_.attribute(node, "class")) || tells_change(own)});
    }
  }

  void keep(bool is_change, Zone zone, Way way, std::string time) {
    std::string& place =
        (is_change ? modified_
                   : published_)[static_cast<std::size_t>(zone)][static_cast<std::size_t>(way)];
    if (place.empty()) {
      place = std::move(time);
    }
  }

  /// Reads what the line says.
  void end_line() {
    const Line line = std::exchange(line_, {});
    if (line.words.size() > kLongestLine) {
      for (const Line::Marked& marked : line.marked) {
        keep(marked.is_change, line.zone, Way::marked, marked.iso);
      }
      return;
    }
    const std::size_t printed = read_printed(line);
    // A tag around two printed dates has the time of one of them, nobody knows which.
    if (line.marked.size() > 1 || printed < 2) {
      std::size_t from = 0;
      for (const Line::Marked& marked : line.marked) {
        const std::size_t end = std::min(marked.end, line.words.size());
        const std::string_view label =
            std::string_view{line.words}.substr(std::min(from, end), end - std::min(from, end));
        keep(marked.is_change || tells_change(label), line.zone, Way::marked, marked.iso);
        from = end;
      }
    }
    if (line.zone == Zone::head && rules_.opens_byline(line.words)) {
      add_names(line.zone, Way::printed, line.words);
    }
  }

  /// Whether words with a date are about a change: the last word on it counts.
  [[nodiscard]] bool tells_change(std::string_view label) const {
    return rules_.tells_change(label) && !rules_.tells_publication(label);
  }

  /// Takes the printed dates of a short line, and returns how many there are.
  std::size_t read_printed(const Line& line) {
    std::size_t count = 0;
    std::string_view rest = line.words;
    const Way way = dated_ ? Way::named : Way::printed;
    while (const auto date = dates_.find(rest)) {
      ++count;
      const std::string_view label = rest.substr(0, date->end);
      if (line.zone == Zone::head || dated_) {
        keep(tells_change(label), line.zone, way, date->iso);
      }
      rest.remove_prefix(date->end);
    }
    dated_ = false;
    return count;
  }

  void hear_authors(std::uint32_t node) {
    const Zone zone = map_.zone(node);
    if (tree_.attribute(node, "itemprop") == "author") {  // not English: a property of schema.org
      add_names(zone, Way::item, short_text(tree_, node));
      return;
    }
    if (tree_.attribute(node, "rel") == "author") {  // not English: HTML
      add_names(zone, Way::marked, short_text(tree_, node));
      return;
    }
    const std::string_view name = tree_.attribute(node, "class");
    if (name.empty()) {
      return;
    }
    const PartSaid said = parts_.of(name);
    dated_ = dated_ || said.date || said.byline;
    if (!said.byline || node < past_byline_) {
      return;
    }
    const auto& named =
        authors_[static_cast<std::size_t>(zone)][static_cast<std::size_t>(Way::named)];
    if (named.empty() || tree_.nodes()[node].parent == byline_holder_) {
      add_names(zone, Way::named, short_text(tree_, node));
      if (!named.empty()) {
        byline_holder_ = tree_.nodes()[node].parent;
        past_byline_ = tree_.nodes()[node].past;
      }
    }
  }

  void add_names(Zone zone, Way way, std::string_view words) {
    auto& names = authors_[static_cast<std::size_t>(zone)][static_cast<std::size_t>(way)];
    // "By Ann Lee, April 14": the date is no name.
    const auto date = dates_.find(words);
    for (std::string& name :
         split_names(words.substr(0, date ? date->begin : words.size()), rules_)) {
      if (std::ranges::find(names, name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
  }

  template <class Said>
  using Table = std::array<std::array<Said, kWays>, kZones>;

  const PageTree& tree_;
  const PageRules& rules_;
  const DateWords& dates_;
  KnownParts parts_{rules_};
  Map map_;
  std::vector<bool> passed_;
  Line line_;
  bool dated_ = false;  ///< the line stands in an element whose class says that it dates or signs
  std::uint32_t byline_holder_ = 0, past_byline_ = 0;
  Table<std::string> published_, modified_;
  Table<std::vector<std::string>> authors_;
};

}  // namespace

VisibleFacts find_visible_facts(const PageTree& tree, const MainText& main, const PageRules& rules,
                                const DateWords& dates) {
  return Looking{tree, main, rules, dates}.look();
}

}  // namespace factbox::reports::pages
