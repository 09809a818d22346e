#include "stories/claims.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "stories/carriage.h"
#include "stories/claim_candidates.h"
#include "stories/claim_origins.h"
#include "stories/contradictions.h"
#include "stories/corrections.h"
#include "stories/proposition_reader.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

using statements::ReadReport;
using statements::Statement;

constexpr std::size_t kMembersCompared = 6;  // of a claim, before a statement joins it
constexpr std::size_t kAboutWords = 4;
constexpr double kSureEnough = 0.5;  // confidence of statements that contradict
constexpr std::chrono::hours kClashWindow{24 * 3};
constexpr std::chrono::hours kDenialWindow{24 * 14};
constexpr std::chrono::hours kNextCount{6};
constexpr std::chrono::hours kCorrectionWindow{24 * 7};
constexpr std::chrono::hours kCountWindow{24 * 30};  // a count that is older is of another time
constexpr std::chrono::hours kJoinWindow{24 * 120};  // of wordings that are only alike
constexpr std::size_t kLongSentence = 8;             // content words
constexpr double kCopied = 0.9;                      // agreement of sentences that long
constexpr double kEnoughWords = 2.0;  // of a wording that stands for one claim wherever it stands

std::string content_bytes(const ReadReport& report, const Statement& statement) {
  std::string bytes;
  for (const ByteRange range : statement.content) {
    bytes += range.in(report.report->of(statement.field));
    bytes += '\n';
  }
  return bytes;
}

const Statement& statement_at(std::span<const ReadReport> reports, StatementRef where) {
  return reports[where.report].statements[where.statement];
}

bool is_attributed(const Statement& statement) {
  return std::any_of(statement.chain.begin(), statement.chain.end(), [](const auto& member) {
    return member.role != statements::Role::outlet &&
           member.anonymous != statements::Anonymity::unnamed;
  });
}

/// How well a statement's wording can stand for all: more is better; of equals the earliest.
int fitness(const Statement& statement) {
  return (statement.relays ? -8 : 0) + (statement.field == Field::text ? 4 : 0) +
         (is_attributed(statement) ? 2 : 0) + (statement.content.size() == 1 ? 1 : 0);
}

/// An origin's name, or where it has none its number: reports whose outlets are unknown are not
/// for that one origin.
std::string key_of(const Origins& origins, std::uint32_t index) {
  const std::string& name = origins.origins[index].name;
  return name.empty() ? '#' + std::to_string(index) : name;
}

std::uint32_t origin_of_key(const std::string& key, std::vector<Origin>& origins) {
  if (key.starts_with('#')) return static_cast<std::uint32_t>(std::stoul(key.substr(1)));
  return origin_named(key, origins);
}

/// Reports were published so near to each other that time can't have changed what both tell.
bool within(const Proposition& a, const Proposition& b, std::chrono::hours window) {
  if (!a.published_first || !b.published_first) return false;
  const auto apart = *a.published_first - *b.published_first;
  return apart <= window && -apart <= window;
}

/// What takes a claim's place.
struct Replacement {
  std::uint32_t statement = 0;
  bool correction = false;
  double agreement = 0;  ///< of the wordings
};

/// Both say what is or what will be; or one says what may be and the other that it won't.
bool can_be_set_against(const Proposition& a, const Proposition& b) {
  using statements::Modality;
  const auto future = [](const Proposition& of) {
    return of.modality == Modality::planned || of.modality == Modality::predicted;
  };
  if (a.modality == Modality::asserted) return b.modality == a.modality;
  if (future(a) && future(b)) return true;
  const Proposition& maybe = a.modality == Modality::possible ? a : b;
  const Proposition& other = &maybe == &a ? b : a;
  return maybe.modality == Modality::possible && !maybe.negative && future(other) && other.negative;
}

/// "Thousands" against "millions" is no matter of counting.
bool all_exact(const Proposition& of) {
  return std::all_of(of.counts.begin(), of.counts.end(),
                     [](const CountedThing& counted) { return counted.low == counted.high; });
}

bool later_than(const Proposition& b, const Proposition& a) {
  return a.published_first && b.published_first && *b.published_first > *a.published_first;
}

/// Works out how the claims of one story stand to each other, once they are joined.
class ClaimRelations {
 public:
  ClaimRelations(std::span<const ReadReport> reports, const Origins& origins,
                 std::span<const StatementRef> where, std::span<const Proposition> propositions,
                 std::span<const std::uint32_t> claim_of, std::span<const char> corrections)
      : reports_(reports),
        origins_(origins),
        where_(where),
        propositions_(propositions),
        claim_of_(claim_of),
        corrections_(corrections) {}

  /// Notes what is between the claims of two statements.
  void compare(std::uint32_t earlier, std::uint32_t later) {
    const std::uint32_t first = claim_of_[earlier];
    const std::uint32_t second = claim_of_[later];
    const Proposition& a = propositions_[earlier];
    const Proposition& b = propositions_[later];
    if (first == second || a.relays || b.relays) return;
    const Related related = relate(a, b);
    switch (related.relation) {
      case Relation::contradiction:
        if (corrects(earlier, later, related)) {
          note(first, second, Relation::update, true, related.score);
          replace(first, {later, true, related.score});
        } else if (is_sure(earlier, later, *related.kind)) {
          clashes_.push_back({std::min(first, second), std::max(first, second), *related.kind,
                              about(earlier, later)});
        }
        break;
      case Relation::update: {
        note(first, second, Relation::update, related.second_newer, related.score);
        const bool correction = corrects(earlier, later, related);
        if (correction || replaces(earlier, later)) {
          replace(first, {later, correction || b.corrects, related.score});
        }
        break;
      }
      case Relation::same:
      case Relation::entails:
        note(first, second, Relation::entails, !related.first_holds_more, related.score);
        break;
      case Relation::different:
        break;
    }
  }

  /// Gives the claims what was found between them.
  void settle(Claims& found) {
    for (const auto& [claim, by] : replaced_) {
      found.claims[claim].superseded_by = claim_of_[by.statement];
      found.claims[claim].corrected = by.correction;
    }
    for (const auto& [pair, known] : relations_) {
      found.relations.push_back({pair.first, pair.second, known.first, known.second});
    }
    std::erase_if(clashes_, [&](const Clash& clash) {
      return found.claims[clash.first].superseded_by || found.claims[clash.second].superseded_by;
    });
    found.contradictions = join_clashes(clashes_, found.claims);
  }

 private:
  /// The first of a pair of relations says more (entails), the second is the later one (update).
  void note(std::uint32_t first, std::uint32_t second, Relation relation, bool swap, double score) {
    if (relation == Relation::entails && swap) std::swap(first, second);
    if (relation == Relation::update && !swap) std::swap(first, second);
    auto& known = relations_[{first, second}];
    if (known.second < score) known = {relation, score};
  }

  /// Only what can't be a misreading is shown as a contradiction.
  [[nodiscard]] bool is_sure(std::uint32_t a, std::uint32_t b, ContradictionKind kind) const {
    const Proposition& first = propositions_[a];
    const Proposition& second = propositions_[b];
    if (statement(a).confidence < kSureEnough || statement(b).confidence < kSureEnough) {
      return false;
    }
    const bool denial = kind == ContradictionKind::denial;
    if (denial && !is_denied(a, b)) return false;
    if (is_headline(a) || is_headline(b)) return false;
    if (where_[a].report == where_[b].report && !denial) return false;
    if (!within(first, second, denial ? kDenialWindow : kClashWindow)) return false;
    if (kind == ContradictionKind::negation || kind == ContradictionKind::scope || denial) {
      return !same_speaker(first, second) && can_be_set_against(first, second);
    }
    const bool moods = first.modality == statements::Modality::asserted ||
                       first.modality == statements::Modality::planned;
    return moods && second.modality == first.modality && all_exact(first) && all_exact(second);
  }

  /// Somebody denies in reported speech what somebody else says. Who is quoted word for word may
  /// deny something else with these words; and a sentence is no other side to a part of itself.
  [[nodiscard]] bool is_denied(std::uint32_t a, std::uint32_t b) const {
    const auto clear = [&](std::uint32_t index) {
      const Proposition& read = propositions_[index];
      return !read.denial ||
             (read.voice != 0 && statement(index).kind == statements::Kind::indirect);
    };
    if (!clear(a) || !clear(b) || propositions_[a].voice == propositions_[b].voice) return false;
    const auto& one = statement(a);
    const auto& other = statement(b);
    if (where_[a].report != where_[b].report || one.field != other.field) return true;
    const auto overlap = [&](const ByteRange& x) {
      return std::any_of(other.content.begin(), other.content.end(),
                         [&](const ByteRange& y) { return x.begin < y.end && y.begin < x.end; });
    };
    return one.content == other.content ||
           std::none_of(one.content.begin(), one.content.end(), overlap);
  }

  /// A headline says in short what its report says at length.
  [[nodiscard]] bool is_headline(std::uint32_t index) const {
    return statement(index).field == Field::title &&
           !reports_[where_[index].report].report->text.empty();
  }

  /// A report that calls itself a correction tells this otherwise than the report that it corrects
  /// or a copy of that.
  [[nodiscard]] bool corrects(std::uint32_t earlier, std::uint32_t later,
                              const Related& related) const {
    const ReportIndex before = where_[earlier].report;
    const ReportIndex after = where_[later].report;
    if (corrections_[after] == 0 || corrections_[before] != 0 ||
        origins_.of_report[before] != origins_.of_report[after]) {
      return false;
    }
    const Proposition& a = propositions_[earlier];
    const Proposition& b = propositions_[later];
    const bool figure =
        related.relation == Relation::update || related.kind == ContradictionKind::number;
    return figure && later_than(b, a) && within(a, b, kCorrectionWindow) &&
           stories::compare(a, b).agreement() >= RelationOptions{}.nearly_equal;
  }

  /// A later count by the same source takes the place of the earlier one.
  [[nodiscard]] bool replaces(std::uint32_t earlier, std::uint32_t later) const {
    const Proposition& a = propositions_[earlier];
    const Proposition& b = propositions_[later];
    if (!later_than(b, a) || !all_exact(a) || !all_exact(b)) return false;
    if (!within(a, b, kCountWindow) || (a.periods != b.periods && !a.periods.empty())) return false;
    const bool outlets_own = a.speaker.empty() && b.speaker.empty() && a.outlet == b.outlet &&
                             !a.outlet.empty() &&
                             statement(earlier).kind == statements::Kind::plain &&
                             statement(later).kind == statements::Kind::plain;
    // Two papers on one statement of one day: one of them is wrong, and neither is newer.
    if (a.outlet != b.outlet && within(a, b, kNextCount)) return false;
    const double agreement = stories::compare(a, b).agreement();
    return (same_speaker(a, b) && agreement >= RelationOptions{}.same) ||
           (outlets_own && agreement >= RelationOptions{}.nearly_equal);
  }

  /// The names and things that both speak of, in the words of the first.
  [[nodiscard]] std::string about(std::uint32_t a, std::uint32_t b) const {
    std::vector<ContentWord> shared;
    for (const ContentWord& word : propositions_[a].words) {
      const bool thing = word.kind == WordKind::name || word.kind == WordKind::noun;
      if (thing && propositions_[b].has(word.key)) shared.push_back(word);
    }
    std::sort(shared.begin(), shared.end(), [&](const ContentWord& x, const ContentWord& y) {
      return x.weight != y.weight ? x.weight > y.weight : x.token < y.token;
    });
    if (shared.size() > kAboutWords) shared.resize(kAboutWords);
    std::sort(shared.begin(), shared.end(),
              [](const ContentWord& x, const ContentWord& y) { return x.token < y.token; });
    const auto& sheet = reports_[where_[a].report].of(statement(a).field);
    std::string words;
    for (const ContentWord& word : shared) {
      if (!words.empty()) words += ' ';
      words += sheet.word(word.token);
    }
    return words;
  }

  /// Of several that replace a claim, the one of the latest report counts, and of that the one
  /// that is most like it. What was there before the claim replaces nothing.
  void replace(std::uint32_t claim, const Replacement& by) {
    if (claim_of_[by.statement] < claim) return;
    const auto [at, added] = replaced_.emplace(claim, by);
    if (added) return;
    const ReportIndex last = where_[at->second.statement].report;
    const ReportIndex report = where_[by.statement].report;
    if (report > last || (report == last && by.agreement > at->second.agreement)) at->second = by;
  }

  [[nodiscard]] const Statement& statement(std::uint32_t index) const {
    return statement_at(reports_, where_[index]);
  }

  std::span<const ReadReport> reports_;
  const Origins& origins_;
  std::span<const StatementRef> where_;
  std::span<const Proposition> propositions_;
  std::span<const std::uint32_t> claim_of_;  ///< by statement
  std::span<const char> corrections_;        ///< by report
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Relation, double>> relations_;
  std::map<std::uint32_t, Replacement> replaced_;  ///< by claim
  std::vector<Clash> clashes_;
};

/// Finds the claims of one story.
class ClaimFinder {
 public:
  ClaimFinder(std::span<const ReadReport> reports, std::span<const Carriage> carriage,
              const reports::Outlets& outlets, const Lexicon& lexicon, Origins& origins)
      : reports_(reports), carriage_(carriage), outlets_(outlets), origins_(origins) {
    read_statements(lexicon);
    for (const ReadReport& report : reports) {
      corrections_.push_back(is_correction(*report.report, lexicon) ? 1 : 0);
    }
    WordWeights weights;
    for (const Proposition& proposition : propositions_) weights.count(proposition);
    for (Proposition& proposition : propositions_) weights.weigh(proposition);
  }

  Claims find() {
    const ClaimCandidates candidates{propositions_};
    for (std::uint32_t i = 0; i < where_.size(); ++i) join(i, candidates.before(i));
    std::set<std::string> taken;
    for (std::uint32_t i = 0; i < found_.claims.size(); ++i) {
      complete(i, taken);
      count_origins(i);
    }
    ClaimRelations relations{reports_, origins_, where_, propositions_, claim_of_, corrections_};
    for (std::uint32_t i = 0; i < where_.size(); ++i) {
      for (const std::uint32_t other : candidates.before(i)) relations.compare(other, i);
    }
    relations.settle(found_);
    return std::move(found_);
  }

 private:
  /// All statements that claim something, in order. Those without words of their own ("… he told
  /// Reuters", where the words stand in another sentence) claim nothing.
  void read_statements(const Lexicon& lexicon) {
    PropositionReader reader{lexicon};
    for (ReportIndex r = 0; r < reports_.size(); ++r) {
      const auto& statements = reports_[r].statements;
      for (std::uint32_t s = 0; s < statements.size(); ++s) {
        if (statements[s].content.empty()) continue;
        where_.push_back({r, s});
        propositions_.push_back(reader.read(reports_[r], statements[s], carriage_[r].publisher));
      }
    }
  }

  /// Adds a statement to the claim that it is most like, if it is the same as all who share it.
  void join(std::uint32_t index, const std::vector<std::uint32_t>& earlier) {
    const Proposition& read = propositions_[index];
    std::optional<std::uint32_t> best;
    double best_score = 0;
    std::set<std::uint32_t> tried;
    for (const std::uint32_t claim : by_wording_[read.wording]) {
      if (is_same_wording(index, claim) && fits(index, claim)) best = claim;
    }
    for (const std::uint32_t other : earlier) {
      const std::uint32_t claim = claim_of_[other];
      if (best_score == 0 && best) break;  // word for word
      if (propositions_[other].wording == read.wording) continue;
      if (!tried.insert(claim).second || is_of_other_days(index, claim)) continue;
      if (!fits(index, claim)) continue;
      const double score =
          relate(propositions_[members_[claim].front()], propositions_[index]).score;
      if (score > best_score) {
        best = claim;
        best_score = score;
      }
    }
    if (!best) {
      best = static_cast<std::uint32_t>(members_.size());
      members_.emplace_back();
      found_.claims.emplace_back();
    }
    auto& alike = by_wording_[read.wording];
    if (alike.empty() || alike.back() != *best) alike.push_back(*best);
    members_[*best].push_back(index);
    found_.claims[*best].statements.push_back(where_[index]);
    claim_of_.push_back(*best);
  }

  /// "It is not true" stands in many reports and means something else in each: what says so little
  /// is the same only behind the same words.
  [[nodiscard]] bool is_same_wording(std::uint32_t index, std::uint32_t claim) const {
    double weight = 0;
    for (const ContentWord& word : propositions_[index].words) weight += word.weight;
    if (weight >= kEnoughWords) return true;
    const auto before = [&](std::uint32_t statement) {
      const bool first = statement == 0 || where_[statement - 1].report != where_[statement].report;
      return first ? 0 : propositions_[statement - 1].wording;
    };
    const std::uint32_t first = members_[claim].front();
    return before(index) == before(first) && where_[index].report != where_[first].report;
  }

  /// Years lie between: what sounds alike is another signal, another visit, another round.
  [[nodiscard]] bool is_of_other_days(std::uint32_t index, std::uint32_t claim) const {
    const Proposition& last = propositions_[members_[claim].back()];
    const Proposition& read = propositions_[index];
    return last.published_first && read.published_first && !within(last, read, kJoinWindow);
  }

  [[nodiscard]] bool fits(std::uint32_t index, std::uint32_t claim) const {
    const auto& members = members_[claim];
    const std::size_t compared = std::min(members.size(), kMembersCompared);
    return std::all_of(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(compared),
                       [&](std::uint32_t member) {
                         return are_one_claim(propositions_[member], propositions_[index]);
                       });
  }

  /// Gives a claim its id, wording, origins and outlets.
  void complete(std::uint32_t index, std::set<std::string>& taken) {
    Claim& claim = found_.claims[index];
    claim.representative = *std::max_element(
        claim.statements.begin(), claim.statements.end(), [&](StatementRef a, StatementRef b) {
          return fitness(statement_at(reports_, a)) < fitness(statement_at(reports_, b));
        });
    const StatementRef first = claim.statements.front();
    const std::string bytes = reports_[first.report].report->id + '\n' +
                              content_bytes(reports_[first.report], statement_at(reports_, first));
    for (std::uint64_t seed = 0; claim.id.empty() || !taken.insert(claim.id).second; ++seed) {
      claim.id = "claim-" + hex16(stable_hash(bytes, seed)).substr(0, 12);
    }
    claim.notice = propositions_[members_[index].front()].notice;
    std::set<std::string> carrying;
    for (const StatementRef ref : claim.statements) {
      carrying.insert(carriage_[ref.report].publisher);
    }
    claim.outlets.assign(carrying.begin(), carrying.end());
  }

  void count_origins(std::uint32_t claim) {
    std::vector<Carrier> carriers;
    const auto& members = members_[claim];
    for (std::size_t i = 0; i < members.size(); ++i) {
      carriers.push_back({key_of(origins_, origins_.of_report[where_[members[i]].report]),
                          echoed_outlet(statement_at(reports_, where_[members[i]]), outlets_)});
      // A long sentence in the same words is no second origin, though the rest of the report is.
      for (std::size_t k = 0; k < std::min(i, kMembersCompared); ++k) {
        if (!is_copied(members[k], members[i])) continue;
        carriers.back().origin = carriers[k].origin;
        break;
      }
    }
    auto& found = found_.claims[claim].origins;
    for (const std::string& key : independent_origins(carriers)) {
      const std::uint32_t origin = origin_of_key(key, origins_.origins);
      if (!origins_.origins[origin].circular) found.push_back(origin);
    }
    std::sort(found.begin(), found.end());
  }

  /// Nobody finds so many of the same words by chance. What is quoted, two may have heard.
  [[nodiscard]] bool is_copied(std::uint32_t earlier, std::uint32_t later) const {
    const auto reported = [&](std::uint32_t index) {
      const auto kind = statement_at(reports_, where_[index]).kind;
      return kind == statements::Kind::plain || kind == statements::Kind::indirect;
    };
    const Proposition& a = propositions_[earlier];
    const Proposition& b = propositions_[later];
    if (!reported(earlier) || !reported(later)) return false;
    if (std::min(a.words.size(), b.words.size()) < kLongSentence) return false;
    return a.wording == b.wording || stories::compare(a, b).agreement() >= kCopied;
  }

  std::span<const ReadReport> reports_;
  std::span<const Carriage> carriage_;
  const reports::Outlets& outlets_;
  Origins& origins_;
  std::vector<StatementRef> where_;  ///< each statement
  std::vector<Proposition> propositions_;
  Claims found_;
  std::vector<std::vector<std::uint32_t>> members_;  ///< statements by claim
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_wording_;  ///< claims
  std::vector<std::uint32_t> claim_of_;                                       ///< by statement
  std::vector<char> corrections_;                                             ///< by report
};

}  // namespace

Claims find_claims(std::span<const ReadReport> reports, std::span<const Carriage> carriage,
                   const reports::Outlets& outlets, const Lexicon& lexicon, Origins& origins) {
  return ClaimFinder{reports, carriage, outlets, lexicon, origins}.find();
}

}  // namespace factbox::stories
