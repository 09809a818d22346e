#include "reports/pages/refusals.h"

#include <lexbor/tag/const.h>

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "base/letters.h"
#include "reports/encoding.h"

namespace factbox::reports::pages {
namespace {

/// Bytes of prose from which a page that says nothing about itself counts as a report.
constexpr std::size_t kEnoughProse = 1500;
constexpr std::size_t kSomeProse = 800;
constexpr std::size_t kLittleProse = 250;
constexpr std::size_t kHardlyAny = 40;

/// The first words that a page shows, whatever they are.
std::string beginning_of(const PageTree& tree) {
  constexpr std::size_t kEnough = 6000;
  std::string words;
  for (const PageNode& node : tree.nodes()) {
    const std::uint16_t holder = tree.nodes()[node.parent].tag;
    if (node.tag == LXB_TAG__TEXT && holder != LXB_TAG_SCRIPT && holder != LXB_TAG_STYLE) {
      words += node.text.substr(0, kEnough);
      words += ' ';
    }
    if (words.size() > kEnough) {
      break;
    }
  }
  return tidy_words(words);
}

/// A list of other reports: headings that lead elsewhere, and short paragraphs between them.
bool is_index(const MainText& main) {
  constexpr std::size_t kFewHeadings = 5;
  constexpr std::size_t kFewTeasers = 3;
  constexpr double kMostlyLinks = 0.6;
  const double links = static_cast<double>(main.link_bytes);
  return (main.teasers >= kFewTeasers && main.prose_bytes < kSomeProse) ||
         (main.linked_headings >= kFewHeadings &&
          main.linked_headings * 2 > main.paragraphs.size()) ||
         (main.prose_bytes < 2 * kLittleProse &&
          links > kMostlyLinks * static_cast<double>(main.page_bytes));
}

/// What the makers of the page call it: by class or id of what holds its text, and by the forms,
/// frames and scripts that it is made of.
std::string named_by_build(const PageTree& tree, const PageRules& rules, const MainText& main) {
  const auto& nodes = tree.nodes();
  const auto holds_text = [&](std::uint32_t node) {
    return main.paragraphs.empty() || (main.first >= node && main.first < nodes[node].past);
  };
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const std::uint16_t tag = nodes[i].tag;
    if (tag == LXB_TAG_SCRIPT || tag == LXB_TAG_IFRAME || tag == LXB_TAG_FORM) {
      for (const char* address : {"src", "action"}) {
        if (std::string why = rules.kind_by_address(tree.attribute(i, address)); !why.empty()) {
          return why;
        }
      }
    }
    if (tag != LXB_TAG__TEXT && holds_text(i)) {
      for (const char* name : {"class", "id"}) {
        if (std::string why = rules.kind_by_name(tree.attribute(i, name)); !why.empty()) {
          return why;
        }
      }
    }
  }
  return "";
}

/// Whether it asks search engines not to keep it, as no outlet does with its reports.
bool asks_to_be_forgotten(const PageTree& tree) {
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i) {
    if (tree.nodes()[i].tag == LXB_TAG_META &&
        // not English: names of HTML.
        in_small_letters(tree.attribute(i, "name")) == "robots" &&
        // not English: names of HTML.
        in_small_letters(tree.attribute(i, "content")).find("noindex") != std::string::npos) {
      return true;
    }
  }
  return false;
}

/// Whether the text stands together with a form or with buttons: it asks something.
bool asks_its_reader(const PageTree& tree, const MainText& main) {
  const auto& nodes = tree.nodes();
  std::uint32_t together = nodes[main.first].parent;
  while (together != 0 && nodes[together].past <= main.last) {
    together = nodes[together].parent;
  }
  // The element that holds all of the text, and the one around it.
  together = nodes[together].parent;
  for (std::uint32_t up = main.first; up != 0; up = nodes[up].parent) {
    if (nodes[up].tag == LXB_TAG_FORM || nodes[up].tag == LXB_TAG_DIALOG) {
      return true;
    }
  }
  const std::uint16_t around = nodes[together].tag;
  if (together == 0 || around == LXB_TAG_HTML) {
    together = nodes[main.first].parent;
  }
  for (std::uint32_t i = together + 1; i < nodes[together].past; ++i) {
    if (nodes[i].tag == LXB_TAG_BUTTON) {
      return true;
    }
  }
  return false;
}

/// Whether it has the marks of a report, apart from calling itself one.
bool is_signed_or_dated(const PageFacts& facts) {
  return !facts.published.empty() || !facts.authors.empty();
}

std::string decide(const PageTree& tree, const PageRules& rules, const PageFacts& facts,
                   const MainText& main) {
  const std::string kNoText = "a page without a report's text";
  if (main.paragraphs.empty() || main.prose_bytes < kHardlyAny) {
    return main.teasers > 1 && !facts.is_article ? "an index of other pages" : kNoText;
  }
  if (facts.is_article && is_signed_or_dated(facts)) {
    return "";
  }
  if (!facts.is_article && is_index(main)) {
    return "an index of other pages";
  }
  if (main.prose_bytes >= kEnoughProse || is_signed_or_dated(facts)) {
    return "";
  }
  if (std::string why = named_by_build(tree, rules, main); !why.empty()) {
    return why;
  }
  if (facts.is_article) {
    return "";
  }
  constexpr std::size_t kFewParagraphs = 3;
  const bool tells_little =
      main.prose_bytes < kLittleProse ||
      (main.prose_bytes < kSomeProse && main.paragraphs.size() < kFewParagraphs);
  const bool has_place = main.heading != 0;
  if (asks_its_reader(tree, main)) {
    return "a page that asks its reader something";
  }
  return asks_to_be_forgotten(tree) || (tells_little && !has_place) ? kNoText : "";
}

}  // namespace

std::string refusal(const PageTree& tree, const PageRules& rules, const PageFacts& facts,
                    const MainText& main) {
  std::string why = decide(tree, rules, facts, main);
  if (!why.empty()) {
    const std::string kind = rules.kind_of_refused(facts.title, beginning_of(tree));
    return kind.empty() ? why : kind;
  }
  return why;
}

}  // namespace factbox::reports::pages
