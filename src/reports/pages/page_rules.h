/// \file
/// What names of elements and stock lines say about the parts of a page: data, not code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "reports/pages/block_trees.h"

namespace factbox::reports::pages {

/// What an element's class or id says that it holds; several may be said.
struct PartSaid {
  bool noise = false;
  bool doubtful = false;
  bool content = false;
  bool byline = false;
  bool date = false;
  bool wall = false;  ///< what only those who pay read, or the offer that stands instead
};

/// The rules of data/en/page_parts.tsv, page_lines.tsv, page_refusals.tsv and bylines.tsv. Loaded
/// once.
class PageRules {
 public:
  /// No rules at all.
  PageRules() = default;

  [[nodiscard]] static Result<PageRules> load(const std::filesystem::path& folder);

  /// Fails as malformed where a row says an unknown thing, with the table's name and line.
  [[nodiscard]] static Result<PageRules> from(const Table& parts, const Table& lines,
                                              const Table& refusals, const Table& bylines);

  /// What the class, id or role of an element says.
  [[nodiscard]] PartSaid part(std::string_view name) const;

  /// Whether a line among paragraphs is none of the report. `is_plain`: no link stands in it, and
  /// it is a paragraph among paragraphs; then a whole sentence may begin with any label ("Related
  /// talks failed.").
  [[nodiscard]] bool is_stock_line(std::string_view line, bool is_plain = false) const;

  /// Whether a line begins as a byline does ("By …").
  [[nodiscard]] bool opens_byline(std::string_view line) const;

  /// The words without those that open a byline.
  [[nodiscard]] std::string_view without_opener(std::string_view byline) const;

  /// The name without the place from which its bearer reports ("Ann Lee in Muscat").
  [[nodiscard]] std::string_view without_place(std::string_view name) const;

  /// Whether the words say what somebody is and not who ("Senior Correspondent").
  [[nodiscard]] bool is_role(std::string_view words) const;

  /// Whether words before a date say that it is one of a change ("Last updated"), or of the first
  /// publication.
  [[nodiscard]] bool tells_change(std::string_view words) const;
  [[nodiscard]] bool tells_publication(std::string_view words) const;

  /// Whether a site's name, or a host, is of one that shows reports of others.
  [[nodiscard]] bool is_aggregator(std::string_view name) const;
  [[nodiscard]] bool is_aggregators_host(std::string_view host) const;

  /// The learned judgement of blocks; it can't tell where none was loaded.
  [[nodiscard]] const BlockTrees& block_trees() const { return block_trees_; }

  /// Words that part names: " and ".
  [[nodiscard]] const std::vector<std::string>& between_names() const { return between_names_; }

  /// What a page is whose makers gave one of its parts this class or id ("error404"), or whose
  /// scripts, frames or forms have this address; empty if that says nothing.
  [[nodiscard]] std::string kind_by_name(std::string_view name) const;
  [[nodiscard]] std::string kind_by_address(std::string_view address) const;

  /// What a page that is no report seems to be by its title and first words; empty if they don't
  /// tell. Words never decide whether a page is a report, since reports speak of all things.
  [[nodiscard]] std::string kind_of_refused(std::string_view title, std::string_view text) const;

 private:
  enum class Part : std::uint8_t { noise, doubtful, content, byline, date, wall };
  struct RefusalRow {
    std::string words;
    enum class Where : std::uint8_t { title, text, name, address } where;
    std::string why;
  };
  [[nodiscard]] std::string kind(RefusalRow::Where where, std::string_view words) const;
  static void say(PartSaid& said, Part part);

  std::unordered_map<std::string, Part> part_words_;
  std::vector<std::pair<std::string, Part>> parts_anywhere_;
  std::unordered_set<std::string> whole_lines_;
  std::vector<std::string> line_starts_, line_labels_, line_ends_;
  std::vector<RefusalRow> refusals_;
  std::vector<std::string> byline_openers_, between_names_, before_places_;
  std::vector<std::string> change_words_, publication_words_;
  std::unordered_set<std::string> roles_;
  std::unordered_set<std::string> aggregators_, aggregators_hosts_;
  BlockTrees block_trees_;
};

/// What the names of one page's elements say, each looked at once; the names must live as long.
class KnownParts {
 public:
  explicit KnownParts(const PageRules& rules) : rules_(rules) {}

  [[nodiscard]] PartSaid of(std::string_view name) {
    const auto [known, is_new] = known_.try_emplace(name);
    if (is_new) {
      known->second = rules_.part(name);
    }
    return known->second;
  }

 private:
  const PageRules& rules_;
  std::unordered_map<std::string_view, PartSaid> known_;
};

}  // namespace factbox::reports::pages
