#include "reports/pages/page_rules.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "base/ascii.h"
#include "base/letters.h"

// not English in this file: names of columns and codes of tables.

namespace factbox::reports::pages {
namespace {

constexpr std::size_t kLongestStockLine = 160;
/// A longer line that ends as a sentence does may begin with any words ("Related talks …").
constexpr std::size_t kLongestStockSentence = 60;

/// Two letters as a small number; different ones may share it.
constexpr std::size_t kPairs = 1024;
std::size_t pair_at(std::string_view words, std::size_t at) {
  const auto first = static_cast<unsigned char>(words[at]);
  const auto second = static_cast<unsigned char>(words[at + 1]);
  return (first * std::size_t{37} + second) % kPairs;
}

/// Calls `take` with each word of a class or id: "articleBody main-text" has four.
template <class Take>
void for_each_word(std::string_view name, Take take) {
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool new_word = ascii::is_capital(c) && i > 0 && ascii::is_small(name[i - 1]);
    const bool in_word = ascii::is_letter(c) || ascii::is_beyond(c);
    if ((!in_word || new_word) && !word.empty()) {
      take(word);
      word.clear();
    }
    if (in_word) {
      word += ascii::small(c);
    }
  }
}

}  // namespace

Result<PageRules> PageRules::load(const std::filesystem::path& folder) {
  FB_TRY(parts, Table::load(folder / "page_parts.tsv", {"word", "match", "part"}));
  FB_TRY(lines, Table::load(folder / "page_lines.tsv", {"words", "where"}));
  FB_TRY(refusals, Table::load(folder / "page_refusals.tsv", {"words", "where", "why"}));
  FB_TRY(bylines, Table::load(folder / "bylines.tsv", {"words", "kind"}));
  FB_TRY(rules, from(parts, lines, refusals, bylines));
  FB_TRY(aggregators, Table::load(folder / "aggregators.tsv", {"name", "domains"}));
  for (std::size_t i = 0; i < aggregators.size(); ++i) {
    const auto cells = aggregators.row(i);
    rules.aggregators_.emplace(in_small_letters(cells[0]));
    for (const std::string_view domain : split_cell(cells[1], '|')) {
      rules.aggregators_hosts_.emplace(domain);
    }
  }
  FB_TRY(trees, BlockTrees::load(folder.parent_path() / "page_blocks.tsv"));
  rules.block_trees_ = std::move(trees);
  return rules;
}

Result<PageRules> PageRules::from(const Table& parts, const Table& lines, const Table& refusals,
                                  const Table& bylines) {
  PageRules rules;
  const std::unordered_map<std::string_view, Part> names{
      {"noise", Part::noise},   {"doubtful", Part::doubtful}, {"content", Part::content},
      {"byline", Part::byline}, {"date", Part::date},         {"wall", Part::wall}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto cells = parts.row(i);
    const auto part = names.find(cells[2]);
    if (part == names.end() || (cells[1] != "word" && cells[1] != "anywhere")) {
      return tl::unexpected(parts.wrong(
          i, "match is word or anywhere; part is noise, doubtful, content, byline, date or wall"));
    }
    if (cells[1] == "word") {
      rules.part_words_.emplace(cells[0], part->second);
    } else {
      rules.parts_anywhere_.emplace_back(cells[0], part->second);
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto cells = lines.row(i);
    if (cells[1] == "whole") {
      rules.whole_lines_.emplace(cells[0]);
    } else if (cells[1] == "start") {
      rules.line_starts_.emplace_back(cells[0]);
    } else if (cells[1] == "label") {
      rules.line_labels_.emplace_back(cells[0]);
    } else if (cells[1] == "end") {
      rules.line_ends_.emplace_back(cells[0]);
    } else {
      return tl::unexpected(lines.wrong(i, "where is whole, start, label or end"));
    }
  }
  using Where = RefusalRow::Where;
  const std::unordered_map<std::string_view, Where> places{{"title", Where::title},
                                                           {"text", Where::text},
                                                           {"name", Where::name},
                                                           {"address", Where::address}};
  for (std::size_t i = 0; i < refusals.size(); ++i) {
    const auto cells = refusals.row(i);
    const auto where = places.find(cells[1]);
    if (where == places.end()) {
      return tl::unexpected(refusals.wrong(i, "where is title, text, name or address"));
    }
    rules.refusals_.push_back({std::string{cells[0]}, where->second, std::string{cells[2]}});
  }
  using Words = std::vector<std::string>;
  const std::unordered_map<std::string_view, Words PageRules::*> lists{
      {"opener", &PageRules::byline_openers_},
      {"change", &PageRules::change_words_},
      {"publication", &PageRules::publication_words_}};
  for (std::size_t i = 0; i < bylines.size(); ++i) {
    const auto cells = bylines.row(i);
    if (cells[1] == "role") {
      rules.roles_.emplace(cells[0]);
    } else if (cells[1] == "between" || cells[1] == "place") {
      (cells[1] == "place" ? rules.before_places_ : rules.between_names_)
          .push_back(" " + std::string{cells[0]} + " ");
    } else if (const auto list = lists.find(cells[1]); list != lists.end()) {
      (rules.*list->second).emplace_back(cells[0]);
    } else {
      return tl::unexpected(
          bylines.wrong(i, "kind is opener, between, place, role, change or publication"));
    }
  }
  return rules;
}

std::string_view PageRules::without_opener(std::string_view byline) const {
  constexpr std::size_t kLongestOpener = 20;
  const std::string small = in_small_letters(byline.substr(0, kLongestOpener));
  for (const std::string& opener : byline_openers_) {
    if (small == opener) {
      return "";
    }
    if (small.starts_with(opener) && small.size() > opener.size() &&
        (small[opener.size()] == ' ' || small[opener.size()] == ':')) {
      return byline.substr(opener.size() + 1);
    }
  }
  return byline;
}

std::string_view PageRules::without_place(std::string_view name) const {
  for (const std::string& before : before_places_) {
    const std::size_t at = name.find(before);
    if (at == std::string_view::npos || name.substr(0, at).find(' ') == std::string_view::npos) {
      continue;  // one word before it is no whole name
    }
    const std::string_view place = name.substr(at + before.size());
    if (begins_with_capital(place)) {
      return name.substr(0, at);
    }
  }
  return name;
}

bool PageRules::is_role(std::string_view words) const {
  bool found = false;
  for_each_word(in_small_letters(words),
                [&](const std::string& word) { found = found || roles_.contains(word); });
  return found;
}

namespace {

bool holds_any(std::string_view words, const std::vector<std::string>& list) {
  const std::string small = in_small_letters(words);
  return std::ranges::any_of(
      list, [&](const std::string& word) { return small.find(word) != std::string::npos; });
}

}  // namespace

bool PageRules::tells_change(std::string_view words) const {
  return holds_any(words, change_words_);
}

bool PageRules::tells_publication(std::string_view words) const {
  return holds_any(words, publication_words_);
}

bool PageRules::is_aggregator(std::string_view name) const {
  return aggregators_.contains(in_small_letters(name));
}

bool PageRules::is_aggregators_host(std::string_view host) const {
  while (!host.empty()) {
    if (aggregators_hosts_.contains(std::string{host})) {
      return true;
    }
    const std::size_t dot = host.find('.');
    host = dot == std::string_view::npos ? "" : host.substr(dot + 1);
  }
  return false;
}

bool PageRules::opens_byline(std::string_view line) const {
  return without_opener(line).size() < line.size();
}

void PageRules::say(PartSaid& said, Part part) {
  switch (part) {
    case Part::noise:
      said.noise = true;
      break;
    case Part::doubtful:
      said.doubtful = true;
      break;
    case Part::content:
      said.content = true;
      break;
    case Part::byline:
      said.byline = true;
      break;
    case Part::date:
      said.date = true;
      break;
    case Part::wall:
      said.wall = true;
      break;
  }
}

PartSaid PageRules::part(std::string_view name) const {
  PartSaid said;
  if (name.empty()) {
    return said;
  }
  constexpr std::size_t kFarEnough = 400;
  name = name.substr(0, kFarEnough);
  for_each_word(name, [&](const std::string& word) {
    const auto found = part_words_.find(word);
    if (found != part_words_.end()) {
      say(said, found->second);
    }
  });
  const std::string small = in_small_letters(name);
  // Most names have not even the first two letters of most words.
  std::bitset<kPairs> pairs;
  for (std::size_t i = 0; i + 1 < small.size(); ++i) {
    pairs.set(pair_at(small, i));
  }
  for (const auto& [words, part] : parts_anywhere_) {
    if (words.size() > 1 && pairs.test(pair_at(words, 0)) &&
        small.find(words) != std::string::npos) {
      say(said, part);
    }
  }
  return said;
}

bool PageRules::is_stock_line(std::string_view line, bool is_plain) const {
  if (line.size() > kLongestStockLine) {
    return false;
  }
  constexpr std::string_view kEnds = ".!:…";
  const bool ends = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  const bool is_sentence = ends && (is_plain || line.size() > kLongestStockSentence);
  std::string small = in_small_letters(line);
  while (!small.empty() && kEnds.find(small.back()) != std::string_view::npos) {
    small.pop_back();
  }
  const auto starts = [&small](const std::string& start) { return small.starts_with(start); };
  // "Related: how the storm came" is a label with what it labels, "Related talks failed." none.
  const auto labels = [&](const std::string& label) {
    return starts(label) && (!is_sentence || small.substr(label.size()).starts_with(':'));
  };
  const bool is_long_sentence = line.ends_with('.') && line.size() > kLongestStockSentence;
  return whole_lines_.contains(small) || std::ranges::any_of(line_labels_, labels) ||
         (!is_long_sentence && std::ranges::any_of(line_starts_, starts)) ||
         std::ranges::any_of(line_ends_,
                             [&](const std::string& end) { return small.ends_with(end); });
}

std::string PageRules::kind(RefusalRow::Where where, std::string_view words) const {
  if (words.empty()) {
    return "";
  }
  const std::string small = in_small_letters(words);
  const auto found = std::ranges::find_if(refusals_, [&](const RefusalRow& row) {
    return row.where == where && small.find(row.words) != std::string::npos;
  });
  return found == refusals_.end() ? "" : found->why;
}

std::string PageRules::kind_by_name(std::string_view name) const {
  return kind(RefusalRow::Where::name, name);
}

std::string PageRules::kind_by_address(std::string_view address) const {
  return kind(RefusalRow::Where::address, address);
}

std::string PageRules::kind_of_refused(std::string_view title, std::string_view text) const {
  std::string by_title = kind(RefusalRow::Where::title, title);
  return by_title.empty() ? kind(RefusalRow::Where::text, text) : by_title;
}

}  // namespace factbox::reports::pages
