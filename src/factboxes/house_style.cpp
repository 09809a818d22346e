#include "factboxes/house_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/table.h"

// not English in this file: names of lists, columns and codes of tables.

namespace factbox::factboxes {
namespace {

constexpr std::size_t kMostFrameWords = 120;

using WordSet = std::set<std::string, std::less<>>;

Result<WordSet> read_words(const std::filesystem::path& path,
                           std::initializer_list<std::string_view> columns) {
  FB_TRY(table, Table::load(path, columns));
  WordSet words;
  for (std::size_t i = 0; i < table.size(); ++i) {
    words.emplace(table.row(i)[0]);
  }
  return words;
}

Result<std::vector<std::string>> read_phrases(const std::filesystem::path& path,
                                              std::string_view column) {
  FB_TRY(words, read_words(path, {column}));
  return std::vector<std::string>(words.begin(), words.end());
}

Result<HouseStyle> read_verbs(const std::filesystem::path& folder, HouseStyle style) {
  FB_TRY(table, Table::load(folder / "attribution_verbs.tsv", {"lemma", "forms", "neutral"}));
  for (std::size_t i = 0; i < table.size(); ++i) {
    auto& forms = table.row(i)[2] == "yes" ? style.neutral_verbs : style.loaded_verbs;
    forms.emplace(table.row(i)[0]);
    for (const auto form : split_cell(table.row(i)[1], ';')) {
      forms.emplace(form);
    }
  }
  FB_TRY(cues, Table::load(folder / "cue_words.tsv", {"source", "printed"}));
  for (std::size_t i = 0; i < cues.size(); ++i) {
    style.printed_cues.emplace(cues.row(i)[0], cues.row(i)[1]);
  }
  return style;
}

Result<HouseStyle> read_times(const std::filesystem::path& folder, HouseStyle style) {
  FB_TRY(table, Table::load(folder / "relative_times.tsv", {"words", "strict"}));
  FB_TRY(days, read_phrases(folder / "named_days.tsv", "words"));
  style.named_days = std::move(days);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool strict = table.row(i)[1] == "yes";
    (strict ? style.strict_relative_times : style.loose_relative_times)
        .emplace_back(table.row(i)[0]);
  }
  return style;
}

Result<std::uint32_t> read_place(const Table& table, std::size_t row, std::size_t column) {
  const auto cell = table.row(row)[column];
  std::uint32_t place = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), place);
  if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size()) {
    return tl::unexpected(
        table.wrong(row, fmt::format("\"{}\" is no place in an order (1, 2, …)", cell)));
  }
  return place;
}

Result<HouseStyle> read_headings(const std::filesystem::path& folder, HouseStyle style) {
  FB_TRY(table, Table::load(folder / "headings.tsv", {"kind", "heading", "talks", "incident"}));
  for (std::size_t i = 0; i < table.size(); ++i) {
    FB_TRY(talks, read_place(table, i, 2));
    FB_TRY(incident, read_place(table, i, 3));
    style.headings.push_back(
        {std::string{table.row(i)[0]}, std::string{table.row(i)[1]}, talks, incident});
  }
  for (const auto* kind : {"happened", "positions", "topic", "background"}) {
    if (std::none_of(style.headings.begin(), style.headings.end(),
                     [&](const FixedHeading& each) { return each.kind == kind; })) {
      return tl::unexpected(Error{
          ErrorKind::malformed,
          fmt::format("{}: no row for the kind \"{}\"; every page needs it", table.name(), kind)});
    }
  }
  return style;
}

Result<HouseStyle> read_words_of_compiling(const std::filesystem::path& folder, HouseStyle style) {
  FB_TRY(markers, read_phrases(folder / "discourse_markers.tsv", "words"));
  style.discourse_markers = std::move(markers);
  std::stable_sort(style.discourse_markers.begin(), style.discourse_markers.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  FB_TRY(pages, read_phrases(folder / "page_phrases.tsv", "phrase"));
  style.page_phrases = std::move(pages);
  FB_TRY(leaning, Table::load(folder / "leaning_words.tsv", {"word", "kind"}));
  for (std::size_t i = 0; i < leaning.size(); ++i) {
    style.leaning_words.emplace(leaning.row(i)[0], leaning.row(i)[1]);
  }
  FB_TRY(nouns, Table::load(folder / "source_nouns.tsv", {"noun", "class", "indefinite"}));
  for (std::size_t i = 0; i < nouns.size(); ++i) {
    if (nouns.row(i)[1] == "body") {
      style.bodies.emplace(nouns.row(i)[0]);
    }
    if (nouns.row(i)[1] == "person") {  // not English: a class of the table
      style.person_nouns.emplace(nouns.row(i)[0]);
    }
  }
  FB_TRY(line_table, Table::load(folder / "line_lists.tsv", {"list", "words"}));
  constexpr std::array<std::string_view, 26> kLineLists{
      "wants_object", "before_date", "behind_head", "expletive", "honorific",   "counts_on",
      "the",          "of",          "that",        "but",       "it",          "they",
      "both",         "also",        "according",   "come",      "make",        "this_or_that",
      "relative",     "conjunction", "single",      "our",       "points_back", "span_of_time",
      "adds_on",      "says_little"};
  FB_TRY(line_lists, WordLists<LineList>::read(line_table, kLineLists));
  style.line_lists = std::move(line_lists);
  FB_TRY(names, Table::load(folder / "calendar_names.tsv", {"name", "kind", "number"}));
  for (std::size_t i = 0; i < names.size(); ++i) {
    FB_TRY(number, read_place(names, i, 2));
    (names.row(i)[1] == "month" ? style.months : style.weekdays).emplace(names.row(i)[0], number);
  }
  FB_TRY(choice, load_choice_weights(folder / "choice_weights.tsv"));
  FB_TRY(repeats, load_repeat_weights(folder / "repeat_weights.tsv"));
  FB_TRY(retellings, load_repeat_weights(folder / "retelling_weights.tsv"));
  FB_TRY(alone, load_alone_weights(folder / "alone_weights.tsv"));
  style.choice = choice;
  style.alone = alone;
  style.repeats = repeats;
  style.retellings = retellings;
  FB_TRY(light, read_words(folder / "light_words.tsv", {"lemma"}));
  style.light_words = std::move(light);
  FB_TRY(sections, Table::load(folder / "section_words.tsv", {"lemma", "kind"}));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    style.section_words.emplace(sections.row(i)[0], sections.row(i)[1]);
  }
  return style;
}

template <class List>
std::string print_list(std::string_view name, const List& words) {
  return fmt::format("{} ({}):\n  {}\n", name, words.size(), fmt::join(words, "\n  "));
}

}  // namespace

Result<HouseStyle> load_house_style(const std::filesystem::path& folder) {
  HouseStyle style;
  FB_TRY(frame, read_words(folder / "frame_words.tsv", {"word", "use"}));
  if (frame.size() > kMostFrameWords) {
    return tl::unexpected(
        Error{ErrorKind::malformed,
              fmt::format("{}: {} words, {} allowed; take out those that pages need least",
                          (folder / "frame_words.tsv").string(), frame.size(), kMostFrameWords)});
  }
  style.frame_words = std::move(frame);
  FB_TRY(evaluative, read_words(folder / "evaluative_words.tsv", {"word"}));
  style.evaluative_words = std::move(evaluative);
  FB_TRY(cues, read_words(folder / "modality_cues.tsv", {"cue"}));
  style.modality_cues = std::move(cues);
  FB_TRY(qualifiers, read_phrases(folder / "figure_qualifiers.tsv", "qualifier"));
  style.figure_qualifiers = std::move(qualifiers);
  FB_TRY(unknowns, read_phrases(folder / "unknown_phrases.tsv", "phrase"));
  style.unknown_phrases = std::move(unknowns);
  FB_TRY(with_verbs, read_verbs(folder, std::move(style)));
  FB_TRY(with_times, read_times(folder, std::move(with_verbs)));
  FB_TRY(with_headings, read_headings(folder, std::move(with_times)));
  return read_words_of_compiling(folder, std::move(with_headings));
}

std::string print_house_style(const HouseStyle& style) {
  std::vector<std::string> headings;
  for (const auto& each : style.headings) {
    if (!each.heading.empty()) {
      headings.push_back(each.heading);
    }
  }
  std::vector<std::string> cues;
  for (const auto& [source, printed] : style.printed_cues) {
    cues.push_back(fmt::format("{} -> {}", source, printed));
  }
  return print_list("Frame words", style.frame_words) +
         print_list("Words that judge, never in a title", style.evaluative_words) +
         print_list("Neutral verbs of attribution", style.neutral_verbs) +
         print_list("Verbs only where the source used them", style.loaded_verbs) +
         print_list("Words of attribution printed otherwise", cues) +
         print_list("Words of modality and negation that must survive", style.modality_cues) +
         print_list("Qualifiers that go with their number", style.figure_qualifiers) +
         print_list("Times never printed as written", style.strict_relative_times) +
         print_list("Times printed as written only where flagged", style.loose_relative_times) +
         print_list("Weekdays that are no dates", style.named_days) +
         print_list("Phrases of not knowing", style.unknown_phrases) +
         print_list("Fixed headings", headings);
}

}  // namespace factbox::factboxes
