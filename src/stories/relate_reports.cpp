#include "stories/relate_reports.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "stories/carriage.h"
#include "stories/counts.h"
#include "stories/proposition_reader.h"

namespace factbox::stories {
namespace {

/// The whole of a report, as if it were one statement of its outlet.
Proposition whole_of(const statements::ReadReport& report, std::string_view publisher,
                     PropositionReader& reader) {
  statements::Statement whole;
  whole.field = report.report->text.empty() ? Field::title : Field::text;
  whole.content = {{0, static_cast<std::uint32_t>(report.report->of(whole.field).size())}};
  return reader.read(report, whole, publisher);
}

std::vector<Proposition> propositions_of(const statements::ReadReport& report,
                                         std::string_view publisher, PropositionReader& reader) {
  std::vector<Proposition> propositions;
  for (const statements::Statement& statement : report.statements) {
    if (statement.content.empty() || statement.relays) {
      continue;
    }
    propositions.push_back(reader.read(report, statement, publisher));
  }
  if (propositions.empty()) {
    propositions.push_back(whole_of(report, publisher, reader));
  }
  return propositions;
}

/// The relation that is likeliest by the pair reader alone. A clash must be nearly sure: nothing
/// does a reader of news more harm than one that isn't there.
Relation likeliest(const readers::PairLikelihoods& seen) {
  constexpr double kNearlySure = 0.85;
  if (seen.contradiction >= kNearlySure) {
    return Relation::contradiction;
  }
  const std::array<std::pair<double, Relation>, 4> all{{{seen.different, Relation::different},
                                                        {seen.same, Relation::same},
                                                        {seen.entails, Relation::entails},
                                                        {seen.update, Relation::update}}};
  return std::ranges::max_element(all, {}, [](const auto& each) { return each.first; })->second;
}

/// What makes two claims clash of which only the pair reader knows that they do.
ContradictionKind kind_of(const Proposition& first, const Proposition& second) {
  if (first.denial != second.denial) {
    return ContradictionKind::denial;
  }
  if (first.negative != second.negative) {
    return ContradictionKind::negation;
  }
  return compare_counts(first.counts, second.counts).clashes > 0 ? ContradictionKind::number
                                                                 : ContradictionKind::other;
}

}  // namespace

std::string_view sentence_of(const statements::ReadReport& report) {
  return report.report->of(report.report->text.empty() ? Field::title : Field::text);
}

Related relate_reports(const statements::ReadReport& first, const statements::ReadReport& second,
                       const reports::Outlets& outlets, const Lexicon& lexicon,
                       const std::optional<readers::PairLikelihoods>& seen) {
  PropositionReader reader{lexicon};
  const std::string one = publisher_of(*first.report, outlets);
  const std::string other = publisher_of(*second.report, outlets);
  Related related =
      relate(propositions_of(first, one, reader), propositions_of(second, other, reader));
  // The words around the claims tell of the matter too.
  const auto all_of_first = whole_of(first, one, reader);
  const auto all_of_second = whole_of(second, other, reader);
  related.score = (related.score + compare(all_of_first, all_of_second).one_matter()) / 2;
  if (!seen) {
    return related;
  }
  related.score = (related.score + 1 - seen->different) / 2;
  // The typed reading knows a clash by its reason, and what one side says beyond the other.
  constexpr double kLikely = 0.3;
  const bool clash =
      related.relation == Relation::contradiction || related.relation == Relation::update;
  const bool alike = related.relation == Relation::same || related.relation == Relation::entails;
  if (!clash && !(alike && seen->same + seen->entails > kLikely)) {
    related.relation = likeliest(*seen);
    related.kind = related.relation == Relation::contradiction
                       ? std::optional{kind_of(all_of_first, all_of_second)}
                       : std::nullopt;
  }
  return related;
}

}  // namespace factbox::stories
