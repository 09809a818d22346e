#include "mentions/find_mentions.h"

#include <chrono>
#include <iterator>

#include "mentions/figures/find_figures.h"
#include "mentions/names/find_names.h"
#include "mentions/times/find_times.h"

namespace factbox::mentions {
namespace {

Anchor anchor_of(const reports::Report& report) {
  Anchor anchor;
  if (!report.published_at) {
    return anchor;
  }
  const PrintedTime& published = *report.published_at;
  if (published.precision == Precision::month || published.precision == Precision::year) {
    return anchor;
  }
  anchor.offset = published.offset;
  anchor.day = std::chrono::floor<std::chrono::days>(published.first + published.offset);
  anchor.estimated = report.published_estimated;
  if (published.precision == Precision::second && !anchor.estimated) {
    anchor.moment = published.first;
  }
  return anchor;
}

void read_field(const texts::Sheet& sheet, Field field, const MentionTables& tables,
                const Anchor& anchor, Mentions& mentions) {
  const Pieces pieces(sheet);
  auto times = find_times(pieces, sheet, field, tables.times, tables.numbers, anchor);
  auto figures = find_figures(pieces, sheet, field, tables.figures, tables.numbers, times);
  std::ranges::move(times, std::back_inserter(mentions.times));
  std::ranges::move(figures, std::back_inserter(mentions.figures));
}

}  // namespace

Result<MentionTables> load_mention_tables(const std::filesystem::path& folder) {
  FB_TRY(number_table, Table::load(folder / "numbers.tsv", {"word", "kind", "value"}));
  FB_TRY(time_table, Table::load(folder / "times.tsv", {"words", "kind", "value"}));
  FB_TRY(unit_table, Table::load(folder / "units.tsv", {"forms", "unit", "kind"}));
  FB_TRY(qualifier_table, Table::load(folder / "qualifiers.tsv", {"words", "bound", "where"}));
  FB_TRY(change_table, Table::load(folder / "changes.tsv", {"word", "way"}));
  FB_TRY(time_lists, Table::load(folder / "time_lists.tsv", {"list", "words"}));
  FB_TRY(figure_lists, Table::load(folder / "figure_lists.tsv", {"list", "words"}));
  FB_TRY(numbers, NumberWords::read(number_table));
  FB_TRY(times, TimeWords::read(time_table, time_lists));
  FB_TRY(figures, FigureWords::read(unit_table, qualifier_table, change_table, figure_lists));
  FB_TRY(names, NameWords::load(folder));
  return MentionTables{std::move(numbers), std::move(times), std::move(figures), std::move(names)};
}

Mentions find_mentions(const reports::Report& report, const texts::Sheet& text,
                       const texts::Sheet& title, const MentionTables& tables,
                       const reports::Outlets& outlets, const MentionOptions& options) {
  const Anchor anchor = anchor_of(report);
  Mentions mentions;
  read_field(text, Field::text, tables, anchor, mentions);
  read_field(title, Field::title, tables, anchor, mentions);
  find_names({text, title, tables.names, outlets, options.max_names}, mentions);
  return mentions;
}

}  // namespace factbox::mentions
