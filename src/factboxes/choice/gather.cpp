#include "factboxes/choice/gather.h"

#include <algorithm>
#include <set>

#include "factboxes/choice/features.h"
#include "factboxes/choice/plans.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/words.h"
#include "stories/likeness.h"
#include "stories/proposition_reader.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;
using texts::WordClass;

namespace {

using statements::Act;
using statements::Anonymity;
using statements::Kind;
using statements::Modality;
using statements::Role;
using statements::Statement;
using stories::Claim;
using stories::StatementRef;

constexpr std::size_t kMostWorded = 600;  // claims that are looked at closely
constexpr std::size_t kMostWordings = 5;  // statements of a claim that are tried
constexpr double kOutdated = 0.4;  // share of its worth that a count keeps which was counted anew
constexpr std::chrono::hours kBeforeStory{48};
constexpr double kLossByNeed = 0.5;  // of a wording that can't be understood without others

/// A claim and how much of the story it tells, before it is worded.
struct Ranked {
  std::uint32_t claim = 0;
  double score = 0;
  bool contradicts = false;
};

/// Rare words tell more of what a draft says.
void compare_words(std::vector<Draft>& drafts) {
  stories::WordWeights weights;
  for (const auto& draft : drafts) {
    weights.count(draft.told);
  }
  for (auto& draft : drafts) {
    weights.weigh(draft.told);
  }
}

/// What an outlet asks for on its own account is no knowledge of anybody. What it holds possible
/// may be news ("the driver could face four years"): taking that too told .744 of the musts of
/// judged stories for .739, with no more idle lines.
bool asks_itself(const Statement& statement) {
  const bool acted = !statement.chain.empty() && statement.chain.front().role == Role::speaker;
  return statement.kind == Kind::plain && !acted && statement.modality == Modality::asked;
}

/// "They agreed to share the cranes": what was agreed on is no line without its sentence.
bool is_infinitive(const statements::ReadReport& report, const Statement& statement) {
  const auto& sheet = report.of(statement.field);
  const auto first = sheet.token_at(statement.content.front().begin);
  return first < sheet.size() && sheet.form(first) == Form::infinitive_mark;
}

/// True where another statement has the same words and knows more of the way that they came.
bool is_told_in_full(const statements::ReadReport& report, const Statement& statement) {
  return std::any_of(
      report.statements.begin(), report.statements.end(), [&](const Statement& other) {
        return &other != &statement && other.field == statement.field &&
               other.content == statement.content && other.chain.size() > statement.chain.size();
      });
}

std::string event_of(const Statement& statement) {
  return statement.event ? to_edtf(statement.event->value) : std::string{};
}

/// True where the time hangs on the verb of the main clause: "was signed in 2015", not "the 2015
/// deal" or "the deal, which was signed in 2015, …".
bool dates_main_clause(const texts::Sheet& sheet, ByteRange time) {
  constexpr int kFarthest = 4;
  auto token = sheet.token_at(time.end - 1);
  for (int step = 0; step < kFarthest && token < sheet.size(); ++step) {
    const auto head = sheet.head(token);
    const Link link = sheet.link(token);
    if (link == Link::preposition || link == Link::noun_adverb || link == Link::adverb) {
      const auto of_verb = sheet.link(head);
      return (sheet.word_class(head) == WordClass::verb ||
              sheet.word_class(head) == WordClass::auxiliary) &&
             (head == sheet.head(head) || of_verb == Link::clause_complement ||
              of_verb == Link::root);
    }
    if ((link != Link::prepositional_object && link != Link::number &&
         link != Link::noun_modifier && link != Link::compound) ||
        sheet.word_class(head) == WordClass::noun || head == token) {
      return false;
    }
    token = head;
  }
  return false;
}

/// Control characters that Latin-1 has where Windows has quotation marks: the report was read by
/// the wrong encoding before it came to us.
bool is_misread(const Draft& draft) {
  const std::string_view words = draft.worded.statement;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto second = static_cast<unsigned char>(words[i + 1]);
    if (words[i] == '\xC2' && second >= 0x80 && second < 0xA0) {
      return true;
    }
  }
  return false;
}

class Gatherer {
 public:
  Gatherer(const Workbench& bench, const stories::Lexicon& lexicon, const Ledger& ledger)
      : bench_(bench), ledger_(ledger), propositions_(lexicon), features_(bench) {
    for (const auto& contradiction : bench.story.contradictions) {
      for (const auto& side : contradiction.sides) {
        contradicting_.insert(side.begin(), side.end());
      }
    }
    for (const auto& claim : bench.story.claims) {
      if (claim.superseded_by) {
        replacing_.insert(*claim.superseded_by);
      }
    }
  }

  std::vector<Draft> gather() {
    std::vector<Draft> drafts;
    for (const auto& ranked : rank()) {
      if (auto draft = word(ranked.claim)) {
        drafts.push_back(std::move(*draft));
      }
    }
    compare_words(drafts);
    mark_plans_over(bench_, drafts);
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const Draft& a, const Draft& b) { return a.worth > b.worth; });
    return drafts;
  }

 private:
  [[nodiscard]] std::vector<Term> terms_of(StatementRef ref) const {
    const auto& statement = bench_.statement(ref);
    return bench_.words.terms(bench_.reports[ref.report], statement.field, statement.content);
  }

  [[nodiscard]] std::vector<Ranked> rank() const {
    std::vector<Ranked> ranked;
    for (std::uint32_t i = 0; i < bench_.story.claims.size(); ++i) {
      const auto& claim = bench_.story.claims[i];
      if (claim.superseded_by || claim.notice || claim.statements.empty() ||
          bench_.statement(claim.representative).confidence < bench_.options.min_confidence) {
        continue;
      }
      ranked.push_back({i, bench_.style.choice.sum(features_.read(claim.representative)),
                        contradicting_.contains(i)});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return std::pair{a.contradicts, a.score} > std::pair{b.contradicts, b.score};
    });
    ranked.resize(std::min(ranked.size(), kMostWorded));
    return ranked;
  }

  [[nodiscard]] std::optional<Draft> word(std::uint32_t index) {
    const auto& claim = bench_.story.claims[index];
    std::vector<StatementRef> tried{claim.representative};
    for (const auto ref : claim.statements) {
      if (ref != claim.representative && tried.size() < kMostWordings) {
        tried.push_back(ref);
      }
    }
    std::optional<Draft> best;
    for (const auto ref : tried) {
      auto draft = word(index, claim, ref);
      if (draft && (!best || fitness(*draft) > fitness(*best) * 1.2)) {
        best = std::move(draft);
      }
    }
    return best;
  }

  [[nodiscard]] WordingRules rules(bool always_year) const {
    const auto moment = bench_.as_of.value_or(Instant{});
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(moment)};
    return {bench_.style,
            bench_.people,
            bench_.outlets,
            bench_.words,
            bench_.as_of ? static_cast<int>(day.year()) : 0,
            always_year};
  }

  [[nodiscard]] std::optional<Draft> word(std::uint32_t index, const Claim& claim,
                                          StatementRef ref) {
    const auto& report = bench_.reports[ref.report];
    const auto& statement = bench_.statement(ref);
    Draft draft;
    draft.claim = index;
    draft.from = ref;
    draft.event = event_of(statement);
    draft.background = is_background(report, statement, draft.event);
    const bool repeats_text = statement.field == Field::title && !report.report->text.empty();
    if (asks_itself(statement) || wraps_another(report, statement) ||
        is_told_in_full(report, statement) || repeats_text) {
      return std::nullopt;
    }
    auto worded = word_statement(report, statement, rules(draft.background));
    if (!worded) {
      return std::nullopt;
    }
    draft.worded = std::move(*worded);
    if (draft.background &&
        !holds_phrase(text_of(draft.worded.wording), draft.event.substr(0, 4))) {
      draft.background = false;
    }
    draft.told = propositions_.read(report, statement, report.report->outlet);
    draft.terms = terms_of(ref);
    draft.features = features_.read(ref);
    draft.worth = bench_.style.choice.sum(draft.features);
    draft.outdated = ledger_.is_outdated(ref);
    draft.worth *= draft.worth > 0 && draft.outdated ? kOutdated : 1;
    draft.origins = static_cast<std::uint32_t>(claim.origins.size());
    draft.disputed = contradicting_.contains(index);
    draft.replaces = replacing_.contains(index);
    draft.anonymous =
        std::any_of(statement.chain.begin(), statement.chain.end(), [](const auto& member) {
          return member.role != Role::outlet && member.anonymous != Anonymity::named;
        });
    for (const auto each : claim.statements) {
      const auto& published = bench_.reports[each.report].report->published_at;
      if (published && (!draft.last || published->first > *draft.last)) {
        draft.last = published->first;
      }
    }
    return draft;
  }

  /// True where the claim is that somebody said something, which is a statement of its own.
  [[nodiscard]] bool wraps_another(const statements::ReadReport& report,
                                   const Statement& statement) const {
    const auto inside = [&](ByteRange range) {
      return std::any_of(statement.content.begin(), statement.content.end(),
                         [&](ByteRange content) { return content.covers(range); });
    };
    return std::any_of(
        report.statements.begin(), report.statements.end(), [&](const Statement& other) {
          return &other != &statement && other.field == statement.field &&
                 other.kind != Kind::plain && other.act == Act::said && !other.content.empty() &&
                 !other.aside && other.confidence >= bench_.options.min_confidence &&
                 !is_infinitive(report, other) && !other.cue.empty() &&
                 std::all_of(other.cue.begin(), other.cue.end(), inside) &&
                 std::all_of(other.content.begin(), other.content.end(), inside);
        });
  }

  /// True for what happened, by words that stand in the claim, before the story began.
  [[nodiscard]] bool is_background(const statements::ReadReport& report, const Statement& statement,
                                   const std::string& event) const {
    if (event.empty() || !statement.event->span || !bench_.story.first ||
        statement.modality != Modality::asserted || event.find('/') != std::string::npos) {
      return false;
    }
    const bool in_claim =
        std::any_of(statement.content.begin(), statement.content.end(),
                    [&](ByteRange range) { return range.covers(*statement.event->span); });
    const auto time = read_time(event);
    return in_claim && dates_main_clause(report.of(statement.field), *statement.event->span) &&
           time && time->past + kBeforeStory <= *bench_.story.first;
  }

  /// How good a line a wording makes, to choose among those of one claim: sure, of a fit length,
  /// told and not quoted, by somebody named, to be understood by itself.
  [[nodiscard]] double fitness(const Draft& draft) const {
    const auto& statement = bench_.statement(draft.from);
    const auto words = draft.worded.words;
    double fitness = 0.6 + 0.4 * statement.confidence;
    fitness *= words < 10 ? 0.7 : words <= 35 ? 1 : words <= 45 ? 0.85 : 0.65;
    fitness *= statement.act == Act::said ? 1 : 0.8;
    fitness *= statement.kind == Kind::quote ? 0.85 : 1;
    fitness *= draft.anonymous ? 0.9 : 1;
    fitness *= statement.chain.size() > 1 ? 1.05 : 1;
    fitness *= draft.worded.unresolved_time ? 0.85 : 1;
    fitness *= is_misread(draft) ? 0.3 : 1;
    fitness *= 1 - kLossByNeed * draft.features[static_cast<std::size_t>(Feature::needs_others)];
    return fitness * (judges(draft) ? 0.6 : 1);
  }

  [[nodiscard]] bool judges(const Draft& draft) const {
    const auto words = words_of(draft.worded.statement);
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return bench_.style.evaluative_words.contains(word.folded);
    });
  }

  const Workbench& bench_;
  const Ledger& ledger_;
  stories::PropositionReader propositions_;
  FeatureReader features_;
  std::set<std::uint32_t> contradicting_;
  std::set<std::uint32_t> replacing_;  ///< later counts of what was told before
};

}  // namespace

std::vector<Draft> gather_drafts(const Workbench& bench, const stories::Lexicon& lexicon,
                                 const Ledger& ledger) {
  return Gatherer{bench, lexicon, ledger}.gather();
}

}  // namespace factbox::factboxes
