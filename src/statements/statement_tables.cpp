#include "statements/statement_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

// not English in this file: names of lists and columns, codes of tables.

namespace factbox::statements {
namespace {

template <class T>
using Names = std::pair<std::string_view, T>;

constexpr std::array kFrames{
    Names<Frame>{"clause", Frame::clause},     Names<Frame>{"quote", Frame::quote},
    Names<Frame>{"told", Frame::told},         Names<Frame>{"infinitive", Frame::infinitive},
    Names<Frame>{"gerund", Frame::gerund},     Names<Frame>{"object", Frame::object},
    Names<Frame>{"as", Frame::described_as},   Names<Frame>{"order", Frame::order},
    Names<Frame>{"question", Frame::question}, Names<Frame>{"raising", Frame::raising},
    Names<Frame>{"document", Frame::document},
};
constexpr std::array kActs{Names<Act>{"said", Act::said}, Names<Act>{"thought", Act::thought},
                           Names<Act>{"intent", Act::intent}};
constexpr std::array kMoods{
    Names<Modality>{"asserted", Modality::asserted},
    Names<Modality>{"denied", Modality::denied},
    Names<Modality>{"possible", Modality::possible},
    Names<Modality>{"planned", Modality::planned},
    Names<Modality>{"conditional", Modality::conditional},
    Names<Modality>{"asked", Modality::asked},
    Names<Modality>{"predicted", Modality::predicted},
};
constexpr std::array kClasses{
    Names<SourceClass>{"person", SourceClass::person},
    Names<SourceClass>{"source", SourceClass::source},
    Names<SourceClass>{"body", SourceClass::body},
    Names<SourceClass>{"document", SourceClass::document},
    Names<SourceClass>{"poll", SourceClass::poll},
    Names<SourceClass>{"story", SourceClass::story},
    Names<SourceClass>{"matter", SourceClass::matter},
    Names<SourceClass>{"outlet", SourceClass::outlet},
    Names<SourceClass>{"media", SourceClass::media},
    Names<SourceClass>{"reporter", SourceClass::reporter},
    Names<SourceClass>{"time", SourceClass::time},
};
constexpr std::array kAnonymities{Names<Anonymity>{"named", Anonymity::named},
                                  Names<Anonymity>{"role", Anonymity::role},
                                  Names<Anonymity>{"unnamed", Anonymity::unnamed}};

template <class T, std::size_t N>
std::optional<T> named(const std::array<Names<T>, N>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, &Names<T>::first);
  if (found == names.end()) {
    return std::nullopt;
  }
  return found->second;
}

Result<std::uint16_t> read_frames(const Table& table, std::size_t row) {
  std::uint16_t frames = 0;
  for (const std::string_view word : split_cell(table.row(row)[3], ',')) {
    const std::optional<Frame> frame = named(kFrames, word);
    if (!frame) {
      return tl::unexpected(table.wrong(row, fmt::format("no frame is called {}", word)));
    }
    frames |= static_cast<std::uint16_t>(*frame);
  }
  if (frames == 0) {
    return tl::unexpected(table.wrong(row, "the cue has no frame"));
  }
  return frames;
}

Result<double> read_trust(const Table& table, std::size_t row) {
  const std::string_view cell = table.row(row)[6];
  double trust = 1;
  if (cell.empty()) {
    return trust;
  }
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), trust);
  if (read.ec != std::errc{} || trust < 0 || trust > 1) {
    return tl::unexpected(table.wrong(row, "trust is a number from 0 to 1"));
  }
  return trust;
}

/// In the order of StatementList.
constexpr std::array<std::string_view, 72> kLists{"tells",
                                                  "goes_on",
                                                  "emerges",
                                                  "carries",
                                                  "definite",
                                                  "pronoun",
                                                  "first_person",
                                                  "nobody",
                                                  "condition",
                                                  "closing_verb",
                                                  "words_said",
                                                  "asks",
                                                  "page_address",
                                                  "english",
                                                  "foreign",
                                                  "the",
                                                  "a",
                                                  "of",
                                                  "to",
                                                  "by",
                                                  "on",
                                                  "as",
                                                  "per",
                                                  "that",
                                                  "which",
                                                  "who",
                                                  "whether",
                                                  "if_or_unless",
                                                  "no",
                                                  "never",
                                                  "neither",
                                                  "then",
                                                  "will",
                                                  "could",
                                                  "may",
                                                  "it",
                                                  "us",
                                                  "they",
                                                  "he",
                                                  "he_or_she",
                                                  "be",
                                                  "go",
                                                  "make",
                                                  "say",
                                                  "deny",
                                                  "quote",
                                                  "according",
                                                  "citing_word",
                                                  "interview",
                                                  "website",
                                                  "papers",
                                                  "bureau",
                                                  "done_by_things",
                                                  "before_if",
                                                  "future",
                                                  "asks_whether",
                                                  "cites",
                                                  "citing",
                                                  "made_by",
                                                  "own_words",
                                                  "seem",
                                                  "relative",
                                                  "tells_nothing",
                                                  "of_state",
                                                  "quantity",
                                                  "obtains",
                                                  "talk",
                                                  "talking",
                                                  "talks_to",
                                                  "beside",
                                                  "reports",
                                                  "deeds"};

/// "point out" is "point" with the particle "out".
void read_lemma(std::string_view cell, Cue& cue) {
  const auto space = cell.find(' ');
  cue.lemma = cell.substr(0, space);
  if (space != std::string_view::npos) {
    cue.particle = cell.substr(space + 1);
  }
}

Result<Cue> read_cue(const Table& table, std::size_t row) {
  const auto cells = table.row(row);
  Cue cue;
  read_lemma(cells[0], cue);
  cue.noun = cells[1] == "noun";
  const std::optional<Act> act = named(kActs, cells[2]);
  if (!act) {
    return tl::unexpected(table.wrong(row, "the act is said, thought or intent"));
  }
  cue.act = *act;
  cue.mood = named(kMoods, cells[4]);
  if (!cue.mood && !cells[4].empty()) {
    return tl::unexpected(table.wrong(row, fmt::format("no mood is called {}", cells[4])));
  }
  cue.neutral = cells[5] == "yes";
  FB_TRY(frames, read_frames(table, row));
  FB_TRY(trust, read_trust(table, row));
  cue.frames = frames;
  cue.trust = trust;
  return cue;
}

}  // namespace

Result<StatementTables> StatementTables::load(const std::filesystem::path& folder,
                                              std::shared_ptr<const reports::Outlets> outlets) {
  StatementTables tables;
  tables.outlets_ = std::move(outlets);
  FB_TRY(cues, Table::load(folder / "cues.tsv",
                           {"lemma", "pos", "act", "frames", "mood", "neutral", "trust"}));
  FB_TRY(nouns, Table::load(folder / "source_nouns.tsv", {"noun", "class", "indefinite"}));
  FB_TRY(hedges, Table::load(folder / "hedges.tsv", {"word", "mood", "hearsay"}));
  FB_TRY(list_table, Table::load(folder / "statement_lists.tsv", {"list", "words"}));
  FB_TRY(lists, WordLists<StatementList>::read(list_table, kLists));
  tables.lists_ = std::move(lists);
  if (auto read = tables.read_cues(cues); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = tables.read_source_nouns(nouns); !read) {
    return tl::unexpected(read.error());
  }
  if (auto read = tables.read_hedges(hedges); !read) {
    return tl::unexpected(read.error());
  }
  return tables;
}

Result<void> StatementTables::read_cues(const Table& table) {
  for (std::size_t n = 0; n < table.size(); ++n) {
    FB_TRY(cue, read_cue(table, n));
    cues_[cue.lemma].push_back(std::move(cue));
  }
  for (auto& [lemma, cues] : cues_) {
    std::ranges::stable_sort(cues, {}, [](const Cue& cue) { return cue.particle.empty(); });
  }
  return {};
}

Result<void> StatementTables::read_source_nouns(const Table& table) {
  for (std::size_t n = 0; n < table.size(); ++n) {
    const auto cells = table.row(n);
    if (cells[1] == "masthead") {
      mastheads_.emplace(cells[0]);
      continue;
    }
    const std::optional<SourceClass> kind = named(kClasses, cells[1]);
    if (!kind) {
      return tl::unexpected(table.wrong(n, fmt::format("no class is called {}", cells[1])));
    }
    const std::optional<Anonymity> indefinite =
        cells[2].empty() ? Anonymity::role : named(kAnonymities, cells[2]);
    if (!indefinite) {
      return tl::unexpected(table.wrong(n, "indefinite is named, role or unnamed"));
    }
    source_nouns_[std::string{cells[0]}] = {*kind, *indefinite};
  }
  return {};
}

Result<void> StatementTables::read_hedges(const Table& table) {
  for (std::size_t n = 0; n < table.size(); ++n) {
    const auto cells = table.row(n);
    const std::optional<Modality> mood = named(kMoods, cells[1]);
    if (!mood) {
      return tl::unexpected(table.wrong(n, fmt::format("no mood is called {}", cells[1])));
    }
    hedges_[std::string{cells[0]}] = {*mood, cells[2] == "yes"};
  }
  return {};
}

const std::vector<Cue>& StatementTables::cues(std::string_view lemma) const {
  static const std::vector<Cue> none;
  const auto found = cues_.find(lemma);
  return found == cues_.end() ? none : found->second;
}

const SourceNoun* StatementTables::source_noun(std::string_view lemma) const {
  const auto found = source_nouns_.find(lemma);
  return found == source_nouns_.end() ? nullptr : &found->second;
}

const Hedge* StatementTables::hedge(std::string_view lemma) const {
  const auto found = hedges_.find(lemma);
  return found == hedges_.end() ? nullptr : &found->second;
}

}  // namespace factbox::statements
