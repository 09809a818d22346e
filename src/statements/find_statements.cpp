#include "statements/find_statements.h"

#include <algorithm>

#include "statements/content/modality.h"
#include "statements/content/statement_times.h"
#include "statements/joined/acts.h"
#include "statements/joined/chain.h"
#include "statements/joined/continued.h"
#include "statements/joined/join_readers.h"
#include "statements/joined/members.h"
#include "statements/joined/soundness.h"
#include "statements/joined/transcript.h"
#include "statements/plain.h"
#include "statements/rules/rule.h"

namespace factbox::statements {
namespace {

/// Finds the statements of one field.
class Finder {
 public:
  Finder(const Reading& reading, std::span<const readers::Proposal> proposals,
         const StatementOptions& options, SourceMemory& memory)
      : reading_(reading),
        proposals_(proposals),
        options_(options),
        memory_(memory),
        transcript_(reading) {}

  std::vector<Statement> run() {
    Nesting nesting = find_attributions();
    add_acts(reading_, nesting);
    const ChainBuilder chains{reading_, nesting, publisher_of(reading_), options_.longest_chain,
                              memory_};
    std::vector<std::uint8_t> relays(nesting.attributions.size(), 0);
    for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
      const std::int32_t up = nesting.within[n];
      if (up >= 0 && nesting.attributions[n].act == Act::said && !nesting.attributions[n].aside) {
        relays[static_cast<std::size_t>(up)] = 1;
      }
    }
    std::vector<double> trust;
    for (std::size_t n = 0; n < nesting.attributions.size(); ++n) {
      Statement statement = reported(nesting.attributions[n]);
      trust.push_back(statement.confidence);
      if (nesting.attributions[n].acted) {
        continue;
      }
      statement.chain = chains.chain_of(n);
      statement.relays = relays[n] != 0;
      statements_.push_back(std::move(statement));
    }
    for (const PlainSentence& plain :
         plain_sentences(reading_, nesting.attributions, trust, transcript_)) {
      statements_.push_back(own(plain, nesting, chains));
    }
    std::ranges::stable_sort(statements_, {}, &Finder::begin_of);
    return std::move(statements_);
  }

 private:
  Nesting find_attributions() {
    std::vector<Attribution> proposed;
    transcript_.find(reading_, proposed);
    for (const TokenRange sentence : reading_.sentences()) {
      if (sentence.first < reading_.body() || is_foreign(reading_, sentence)) {
        continue;
      }
      const std::size_t before = proposed.size();
      for (const Rule& rule : rules()) {
        const std::size_t first = proposed.size();
        rule.find(reading_, sentence, proposed);
        for (Attribution& found : std::span{proposed}.subspan(first)) {
          found.rule = rule.name;
          found.nature = rule.nature;
        }
      }
      complete_members(reading_, sentence, std::span{proposed}.subspan(before));
    }
    Nesting settled = nest(reading_, std::move(proposed));
    continue_quotations(reading_, settled.attributions);
    return join_readers(reading_, english_proposals(),
                        nest(reading_, std::move(settled.attributions)));
  }

  /// The network's proposals, without those in other languages.
  [[nodiscard]] std::vector<readers::Proposal> english_proposals() const {
    std::vector<readers::Proposal> kept;
    std::vector<std::int8_t> foreign(reading_.sentences().size(), -1);
    for (const readers::Proposal& one : proposals_) {
      const std::uint32_t sentence = reading_.sentence_of(one.cue.first);
      if (foreign[sentence] < 0) {
        foreign[sentence] = is_foreign(reading_, reading_.sentences()[sentence]) ? 1 : 0;
      }
      if (foreign[sentence] == 0) {
        kept.push_back(one);
      }
    }
    return kept;
  }

  [[nodiscard]] std::vector<ByteRange> bytes(const std::vector<TokenRange>& ranges) const {
    std::vector<ByteRange> found;
    for (const TokenRange range : ranges) {
      if (range.size() > 0) {
        found.push_back(reading_.bytes(reading_.with_marks(range)));
      }
    }
    return found;
  }

  [[nodiscard]] Statement reported(const Attribution& attribution) const {
    Statement statement;
    statement.field = reading_.field();
    statement.content = bytes(attribution.content);
    statement.cue = bytes(attribution.cue_words);
    for (const NounPhrase& source : attribution.sources) {
      statement.source.push_back(reading_.bytes(source.tokens));
    }
    statement.kind = kind_of_words(attribution);
    statement.act = attribution.act;
    statement.aside = attribution.aside;
    const Stand stand = stand_of(reading_, attribution.content, attribution.mood, attribution.act);
    statement.modality = stand.modality;
    statement.polarity = stand.polarity;
    statement.said = said_time(reading_, attribution);
    statement.event = event_time(reading_, attribution.content);
    statement.confidence = confidence_of(attribution);
    return statement;
  }

  [[nodiscard]] Statement own(const PlainSentence& plain, const Nesting& nesting,
                              const ChainBuilder& chains) const {
    Statement statement;
    statement.field = reading_.field();
    statement.content = bytes(plain.content);
    statement.kind = Kind::plain;
    statement.chain = plain.act ? chains.chain_of(*plain.act) : chains.own_chain();
    auto mood = plain.act ? nesting.attributions[*plain.act].mood : std::nullopt;
    if (plain.act && !mood && asks(nesting.attributions[*plain.act])) {
      mood = Modality::asked;
    }
    const Stand stand = stand_of(reading_, plain.content, mood, Act::said);
    statement.modality = stand.modality;
    statement.polarity = stand.polarity;
    statement.event = event_time(reading_, plain.content);
    statement.confidence = plain.confidence;
    return statement;
  }

  /// "Called for an inquiry".
  [[nodiscard]] bool asks(const Attribution& act) const {
    return reading_.lemma_is(act.cue, StatementList::asks);
  }

  /// Quote: all in quotation marks; mixed: a part of it.
  [[nodiscard]] Kind kind_of_words(const Attribution& attribution) const {
    std::size_t quoted = 0;
    std::size_t words = 0;
    for (const TokenRange range : attribution.content) {
      for (Token token = range.first; token < range.past; ++token) {
        if (reading_.is_punct(token)) {
          continue;
        }
        ++words;
        quoted += reading_.quotation_of(token) >= 0 ? 1 : 0;
      }
    }
    if (quoted == 0) {
      return Kind::indirect;
    }
    return quoted == words || attribution.quotation ? Kind::quote : Kind::mixed;
  }

  /// The rule's trust, less for words that look cut short or run on.
  [[nodiscard]] double confidence_of(const Attribution& attribution) const {
    constexpr std::uint32_t kShort = 3;
    constexpr std::uint32_t kLong = 80;
    double confidence = attribution.confidence * soundness_of(reading_, attribution);
    if (transcript_.holds(attribution.cue)) {
      confidence *= 0.45;  // whose words it stands in is told by the paragraph only
    }
    std::uint32_t words = 0;
    for (const TokenRange range : attribution.content) {
      words += range.size();
    }
    if (words < kShort) {
      confidence *= 0.6;
    }
    if (!attribution.content.empty() && !is_whole(reading_, attribution.content)) {
      confidence *= attribution.quotation ? 0.7 : 0.5;
    }
    if (!attribution.content.empty() && attribution.content.front().size() > kLong) {
      confidence *= 0.7;
    }
    if (attribution.act != Act::said) {
      confidence *= 0.8;
    }
    constexpr double kSurest = 0.97;  // nothing that is read is certain
    return std::clamp(confidence, 0.0, kSurest);
  }

  static std::uint32_t begin_of(const Statement& statement) {
    if (!statement.content.empty()) {
      return statement.content.front().begin;
    }
    return statement.cue.empty() ? 0 : statement.cue.front().begin;
  }

  const Reading& reading_;
  std::span<const readers::Proposal> proposals_;
  const StatementOptions& options_;
  SourceMemory& memory_;
  Transcript transcript_;
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> find_statements(const reports::Report& report, const texts::Sheet& text,
                                       const texts::Sheet& title,
                                       const mentions::Mentions& mentions,
                                       const StatementTables& tables,
                                       std::span<const readers::Proposal> proposals,
                                       const StatementOptions& options) {
  std::vector<Statement> statements;
  SourceMemory memory;
  for (const Field field : {Field::title, Field::text}) {
    const texts::Sheet& words = field == Field::text ? text : title;
    if (words.size() == 0) {
      continue;
    }
    const Reading reading{report, field, words, mentions, tables};
    const auto read = field == Field::text ? proposals : std::span<const readers::Proposal>{};
    std::vector<Statement> found = Finder{reading, read, options, memory}.run();
    std::ranges::move(found, std::back_inserter(statements));
  }
  return statements;
}

}  // namespace factbox::statements
