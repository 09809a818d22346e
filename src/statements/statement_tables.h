/// \file
/// The words that the stage goes by: data/en/cues.tsv, source_nouns.tsv, hedges.tsv,
/// statement_lists.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/table.h"
#include "base/word_lists.h"
#include "reports/outlets.h"
#include "statements/statement.h"

namespace factbox::statements {

/// The shapes in which a verb takes what it reports.
enum class Frame : std::uint16_t {
  clause = 1,         ///< said (that) the talks failed
  quote = 2,          ///< "The talks failed," he said
  told = 4,           ///< told reporters that …: who is told stands before it
  infinitive = 8,     ///< vowed to go
  gerund = 16,        ///< denied going
  object = 32,        ///< denied the report
  described_as = 64,  ///< described the talks as useful
  order = 128,        ///< urged Iran to go
  question = 256,     ///< asked whether
  raising = 512,      ///< is said to have gone
  document = 1024,    ///< what a document does as well as a person: "the memo says"
};

/// One verb or noun that attributes.
struct Cue {
  std::string lemma;
  std::string particle;  ///< "out" of "point out", "for" of "call for"; empty for most
  bool noun = false;     ///< "the claim that …"
  Act act = Act::said;
  std::uint16_t frames = 0;
  std::optional<Modality> mood;  ///< what it makes of its claim, whatever the claim's words are
  bool neutral = false;          ///< may stand in a page's own words (RULES 9)
  double trust = 1;              ///< how often it attributes where it stands in such a shape

  [[nodiscard]] bool takes(Frame frame) const {
    return (frames & static_cast<std::uint16_t>(frame)) != 0;
  }
};

/// What sort of source a noun names.
enum class SourceClass : std::uint8_t {
  person,    ///< official, analyst, minister
  source,    ///< source, insider
  body,      ///< ministry, government, police
  document,  ///< report, memo, letter, data
  poll,      ///< poll, survey, count, tally: cited even where an outlet owns it
  story,     ///< report, article, interview: an outlet's where one stands with it, else a document
  matter,    ///< investigation, law, speech: may find or say, but citing it gives a reason only
  outlet,    ///< newspaper, agency, channel
  media,     ///< media, press: outlets that aren't told apart
  reporter,  ///< correspondent, editor
  time,      ///< week, Monday: never a source
};

struct SourceNoun {
  SourceClass kind = SourceClass::person;
  Anonymity indefinite = Anonymity::role;  ///< of "a …" or "…s" with nothing to tell who it is
};

/// A word that makes a claim less than asserted.
struct Hedge {
  Modality mood = Modality::possible;
  bool hearsay = false;  ///< "reportedly": somebody says so, nobody is named
};

/// The lists of statement_lists.tsv, whose notes say what each is for.
enum class StatementList : std::uint8_t {
  tells,
  goes_on,
  emerges,
  carries,
  definite,
  pronoun,
  first_person,
  nobody,
  condition,
  closing_verb,
  words_said,
  asks,
  page_address,
  english,
  foreign,
  the,
  a,
  of,
  to,
  by,
  on,
  as,
  per,
  that,
  which,
  who,
  whether,
  if_or_unless,
  no,
  never,
  neither,
  then,
  will,
  could,
  may,
  it,
  us,
  they,
  he,
  he_or_she,
  be,
  go,
  make,
  say,
  deny,
  quote,
  according,
  citing_word,
  interview,
  website,
  papers,
  bureau,
  done_by_things,
  before_if,
  future,
  asks_whether,
  cites,
  citing,
  made_by,
  own_words,
  seem,
  relative,
  tells_nothing,
  of_state,
  quantity,
  obtains,
  talk,
  talking,
  talks_to,
  beside,
  reports,
  deeds
};

/// Loaded once, then never changed.
class StatementTables {
 public:
  /// Loads the tables from data/en. Fails as unavailable where one is missing, as malformed with
  /// file and line where a row can't be read.
  [[nodiscard]] static Result<StatementTables> load(
      const std::filesystem::path& folder, std::shared_ptr<const reports::Outlets> outlets);

  /// All cues of a lemma, those with a particle first.
  [[nodiscard]] const std::vector<Cue>& cues(std::string_view lemma) const;
  [[nodiscard]] const SourceNoun* source_noun(std::string_view lemma) const;
  /// Whether the word, written as a name, is what outlets are called ("Post", "Times").
  [[nodiscard]] bool is_masthead(std::string_view lower) const {
    return mastheads_.contains(lower);
  }
  [[nodiscard]] const Hedge* hedge(std::string_view lemma) const;
  [[nodiscard]] bool lists(StatementList list, std::string_view word) const {
    return lists_.holds(list, word);
  }
  /// All lists that have it: for texts that are asked again and again.
  [[nodiscard]] ListsOfWord<StatementList> lists_of(std::string_view word) const {
    return lists_.of(word);
  }
  [[nodiscard]] const reports::Outlets& outlets() const { return *outlets_; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using Words = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Result<void> read_cues(const Table& table);
  Result<void> read_source_nouns(const Table& table);
  Result<void> read_hedges(const Table& table);

  Words<std::vector<Cue>> cues_;
  Words<SourceNoun> source_nouns_;
  std::unordered_set<std::string, Hash, std::equal_to<>> mastheads_;
  Words<Hedge> hedges_;
  WordLists<StatementList> lists_;
  std::shared_ptr<const reports::Outlets> outlets_;
};

}  // namespace factbox::statements
