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
#include "stories/claim_relations.h"
#include "stories/contradictions.h"
#include "stories/corrections.h"
#include "stories/proposition_reader.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

using statements::ReadReport;
using statements::Statement;

constexpr std::size_t kMembersCompared = 6;          // of a claim, before a statement joins it
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
  if (key.starts_with('#')) {
    return static_cast<std::uint32_t>(std::stoul(key.substr(1)));
  }
  return origin_named(key, origins);
}

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
    for (const Proposition& proposition : propositions_) {
      weights.count(proposition);
    }
    for (Proposition& proposition : propositions_) {
      weights.weigh(proposition);
    }
  }

  Claims find() {
    const ClaimCandidates candidates{propositions_};
    for (std::uint32_t i = 0; i < where_.size(); ++i) {
      join(i, candidates.before(i));
    }
    std::set<std::string> taken;
    for (std::uint32_t i = 0; i < found_.claims.size(); ++i) {
      complete(i, taken);
      count_origins(i);
    }
    ClaimRelations relations{reports_, origins_, where_, propositions_, claim_of_, corrections_};
    for (std::uint32_t i = 0; i < where_.size(); ++i) {
      for (const std::uint32_t other : candidates.before(i)) {
        relations.compare(other, i);
      }
    }
    relations.settle(found_.claims, found_.relations, found_.contradictions);
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
        if (statements[s].content.empty()) {
          continue;
        }
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
      if (is_same_wording(index, claim) && fits(index, claim)) {
        best = claim;
      }
    }
    for (const std::uint32_t other : earlier) {
      const std::uint32_t claim = claim_of_[other];
      if (best_score == 0 && best) {
        break;  // word for word
      }
      if (propositions_[other].wording == read.wording) {
        continue;
      }
      if (!tried.insert(claim).second || is_of_other_days(index, claim)) {
        continue;
      }
      if (!fits(index, claim)) {
        continue;
      }
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
    if (alike.empty() || alike.back() != *best) {
      alike.push_back(*best);
    }
    members_[*best].push_back(index);
    found_.claims[*best].statements.push_back(where_[index]);
    claim_of_.push_back(*best);
  }

  /// "It is not true" stands in many reports and means something else in each: what says so little
  /// is the same only behind the same words.
  [[nodiscard]] bool is_same_wording(std::uint32_t index, std::uint32_t claim) const {
    double weight = 0;
    for (const ContentWord& word : propositions_[index].words) {
      weight += word.weight;
    }
    if (weight >= kEnoughWords) {
      return true;
    }
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
        if (!is_copied(members[k], members[i])) {
          continue;
        }
        carriers.back().origin = carriers[k].origin;
        break;
      }
    }
    auto& found = found_.claims[claim].origins;
    for (const std::string& key : independent_origins(carriers)) {
      const std::uint32_t origin = origin_of_key(key, origins_.origins);
      if (!origins_.origins[origin].circular) {
        found.push_back(origin);
      }
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
    if (!reported(earlier) || !reported(later)) {
      return false;
    }
    if (std::min(a.words.size(), b.words.size()) < kLongSentence) {
      return false;
    }
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
