#include "mentions/names/name_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/letters.h"

// not English in this file: names of lists and codes of tables.

namespace factbox::mentions {
using texts::NameType;

namespace {

constexpr std::pair<std::string_view, TitleKind> kTitleKinds[] = {{"before", TitleKind::before},
                                                                  {"role", TitleKind::role},
                                                                  {"rank", TitleKind::rank},
                                                                  {"faith", TitleKind::faith},
                                                                  {"family", TitleKind::family}};

/// In the order of NameList.
constexpr std::array<std::string_view, 17> kLists{"the",
                                                  "of",
                                                  "joining",
                                                  "genitive",
                                                  "in",
                                                  "before_place",
                                                  "before_name",
                                                  "inside_name",
                                                  "between_names",
                                                  "shortened",
                                                  "place_noun",
                                                  "of_place",
                                                  "before_title",
                                                  "before_owner",
                                                  "place_kind",
                                                  "larger_place_kind",
                                                  "government_kind"};

bool is_region(std::string_view kind) {
  return kind == "region";
}

bool is_all_capitals(std::string_view words) {
  return words.size() > 3 && !any_letter(words, is_small);
}

}  // namespace

void NameWords::add(std::string_view words, std::uint32_t known) {
  if (by_words_.emplace(words, known).second) {
    phrases_.add(words, known);
  }
}

Result<void> NameWords::read_places(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (row[0].empty() || row[1].empty()) {
      return tl::unexpected(table.wrong(i, "a place without a name or a kind"));
    }
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({std::string{row[0]},
                      is_region(row[1]) ? NameType::location : NameType::polity,
                      std::string{row[1]}, std::string{row[2]}});
    add(row[0], index);
    for (const std::string_view alias : split_cell(row[3], '|')) {
      add(alias, index);
    }
    const auto people = split_cell(row[4], '|');
    if (people.empty()) {
      continue;
    }
    const auto people_index = static_cast<std::uint32_t>(names_.size());
    names_.push_back(
        {std::string{people.front()}, NameType::nationality, "people", std::string{row[0]}});
    for (const std::string_view word : people) {
      add(word, people_index);
    }
  }
  return {};
}

Result<void> NameWords::read_bodies(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const NameType type = texts::name_type_of(row[1]);
    if (row[0].empty() || type == NameType::none || row[2].empty()) {
      return tl::unexpected(table.wrong(i, "a body without a name, a type or a kind"));
    }
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({std::string{row[0]}, type, std::string{row[2]}, std::string{row[3]}});
    add(row[0], index);
    for (const std::string_view alias : split_cell(row[4], '|')) {
      add(alias, index);
    }
  }
  return {};
}

void NameWords::read_people(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({std::string{row[0]}, NameType::person, "", ""});
    add(row[0], index);
    for (const std::string_view form : split_cell(row[1], '|')) {
      add(form, index);
    }
  }
}

Result<void> NameWords::read_titles(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const auto kind =
        std::ranges::find(kTitleKinds, row[1], &std::pair<std::string_view, TitleKind>::first);
    if (kind == std::end(kTitleKinds)) {
      return tl::unexpected(table.wrong(i, "no known kind of title"));
    }
    titles_.add(row[0], static_cast<std::uint32_t>(title_kinds_.size()));
    title_kinds_.push_back(kind->second);
  }
  return {};
}

Result<void> NameWords::read_endings(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    const NameType type = texts::name_type_of(row[1]);
    if (type == NameType::none || row[2].empty()) {
      return tl::unexpected(table.wrong(i, "a name's last word without a type or a kind"));
    }
    endings_.emplace(row[0], NameEnding{type, std::string{row[2]}});
  }
  return {};
}

Result<void> NameWords::read_given_names(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    if (row[1] != "yes" && row[1] != "no") {
      return tl::unexpected(table.wrong(i, "say yes or no: is it surely a given name?"));
    }
    given_names_.emplace(row[0], row[1] == "yes");
  }
  return {};
}

Result<void> NameWords::read_nouns(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto row = table.row(i);
    Phrases* phrases = row[1] == "before"   ? &nouns_before_
                       : row[1] == "after"  ? &nouns_after_
                       : row[1] == "prefix" ? &prefixes_
                                            : nullptr;
    const NameType type = texts::name_type_of(row[2]);
    if (phrases == nullptr || type == NameType::none || row[3].empty()) {
      return tl::unexpected(table.wrong(i, "say before, after or prefix, a type and a kind"));
    }
    phrases->add(row[0], static_cast<std::uint32_t>(noun_kinds_.size()));
    noun_kinds_.push_back({type, std::string{row[3]}});
  }
  return {};
}

NameWords::At<const NameEnding*> NameWords::noun_at(const Pieces& pieces, std::uint32_t at,
                                                    NounSide side) const {
  const Phrases& phrases = side == NounSide::before  ? nouns_before_
                           : side == NounSide::after ? nouns_after_
                                                     : prefixes_;
  const auto entry = phrases.longest(pieces, at);
  const bool capital = pieces.is_capital(at);
  if (entry.row == Phrases::kNone || capital != (side == NounSide::prefix)) {
    return {nullptr, at};
  }
  return {&noun_kinds_[entry.row], entry.past};
}

Result<NameWords> NameWords::load(const std::filesystem::path& folder) {
  NameWords words;
  FB_TRY(places, Table::load(folder / "places.tsv", {"name", "kind", "of", "aliases", "people"}));
  FB_TRY(bodies, Table::load(folder / "bodies.tsv", {"name", "type", "kind", "of", "aliases"}));
  FB_TRY(titles, Table::load(folder / "titles.tsv", {"words", "kind"}));
  FB_TRY(endings, Table::load(folder / "name_endings.tsv", {"word", "type", "kind"}));
  FB_TRY(given_names, Table::load(folder / "given_names.tsv", {"name", "sure"}));
  FB_TRY(verbs, Table::load(folder / "person_verbs.tsv", {"lemma"}));
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    words.person_verbs_.emplace(verbs.row(i)[0]);
  }
  FB_TRY(people, Table::load(folder / "people.tsv", {"name", "other_forms"}));
  FB_TRY(nouns, Table::load(folder / "name_nouns.tsv", {"noun", "side", "type", "kind"}));
  FB_TRY(acts, Table::load(folder / "acting_verbs.tsv", {"lemma"}));
  for (std::size_t i = 0; i < acts.size(); ++i) {
    words.acting_verbs_.emplace(acts.row(i)[0]);
  }
  FB_TRY(no_names, Table::load(folder / "no_names.tsv", {"word"}));
  for (std::size_t i = 0; i < no_names.size(); ++i) {
    words.no_names_.emplace(no_names.row(i)[0]);
  }
  FB_TRY(name_lists, Table::load(folder / "name_lists.tsv", {"list", "words"}));
  FB_TRY(lists, WordLists<NameList>::read(name_lists, kLists));
  words.lists_ = std::move(lists);
  const auto done = words.read_places(places)
                        .and_then([&] { return words.read_bodies(bodies); })
                        .and_then([&] { return words.read_titles(titles); })
                        .and_then([&] { return words.read_endings(endings); })
                        .and_then([&] { return words.read_given_names(given_names); })
                        .and_then([&] { return words.read_nouns(nouns); });
  if (!done) {
    return tl::unexpected(done.error());
  }
  words.read_people(people);  // last: of a place and a surname that are alike the place stays
  return words;
}

GivenName NameWords::given_name(std::string_view word) const {
  const auto found = given_names_.find(word);
  if (found == given_names_.end()) {
    return GivenName::no;
  }
  return found->second ? GivenName::yes : GivenName::maybe;
}

const NameEnding* NameWords::ending(std::string_view lower_word) const {
  const auto found = endings_.find(lower_word);
  return found == endings_.end() ? nullptr : &found->second;
}

NameWords::At<const KnownName*> NameWords::known_at(const Pieces& pieces, std::uint32_t at,
                                                    std::string_view text) const {
  const auto entry = phrases_.longest(pieces, at);
  if (entry.row == Phrases::kNone) {
    return {nullptr, at};
  }
  const std::string_view written = pieces.bytes(at, entry.past).in(text);
  if (const KnownName* name = known(written)) {
    return {name, entry.past};
  }
  if (is_all_capitals(written)) {
    return {&names_[entry.row], entry.past};
  }
  return {nullptr, at};
}

const KnownName* NameWords::known(std::string_view words) const {
  const auto found = by_words_.find(words);
  return found == by_words_.end() ? nullptr : &names_[found->second];
}

NameWords::At<TitleKind> NameWords::title_at(const Pieces& pieces, std::uint32_t at) const {
  const auto entry = titles_.longest(pieces, at);
  return entry.row == Phrases::kNone ? At<TitleKind>{TitleKind::none, at}
                                     : At<TitleKind>{title_kinds_[entry.row], entry.past};
}

}  // namespace factbox::mentions
