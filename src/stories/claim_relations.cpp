#include "stories/claim_relations.h"

#include <algorithm>

namespace factbox::stories {

using statements::ReadReport;
using statements::Statement;

namespace {

constexpr double kSureEnough = 0.5;  // confidence of statements that contradict
constexpr std::chrono::hours kClashWindow{24 * 3};
constexpr std::chrono::hours kDenialWindow{24 * 14};
constexpr std::chrono::hours kNextCount{6};
constexpr std::chrono::hours kCorrectionWindow{24 * 7};
constexpr std::chrono::hours kCountWindow{24 * 30};  // a count that is older is of another time
constexpr std::size_t kAboutWords = 4;

const Statement& statement_at(std::span<const ReadReport> reports, StatementRef where) {
  return reports[where.report].statements[where.statement];
}

/// Both say what is or what will be; or one says what may be and the other that it won't.
bool can_be_set_against(const Proposition& a, const Proposition& b) {
  using statements::Modality;
  const auto future = [](const Proposition& of) {
    return of.modality == Modality::planned || of.modality == Modality::predicted;
  };
  if (a.modality == Modality::asserted) {
    return b.modality == a.modality;
  }
  if (future(a) && future(b)) {
    return true;
  }
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

}  // namespace

bool within(const Proposition& a, const Proposition& b, std::chrono::hours window) {
  if (!a.published_first || !b.published_first) {
    return false;
  }
  const auto apart = *a.published_first - *b.published_first;
  return apart <= window && -apart <= window;
}

void ClaimRelations::compare(std::uint32_t earlier, std::uint32_t later) {
  const std::uint32_t first = claim_of_[earlier];
  const std::uint32_t second = claim_of_[later];
  const Proposition& a = propositions_[earlier];
  const Proposition& b = propositions_[later];
  if (first == second || a.relays || b.relays) {
    return;
  }
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

void ClaimRelations::settle(std::vector<Claim>& claims, std::vector<ClaimRelation>& relations,
                            std::vector<Contradiction>& contradictions) {
  for (const auto& [claim, by] : replaced_) {
    claims[claim].superseded_by = claim_of_[by.statement];
    claims[claim].corrected = by.correction;
  }
  for (const auto& [pair, known] : relations_) {
    relations.push_back({pair.first, pair.second, known.first, known.second});
  }
  std::erase_if(clashes_, [&](const Clash& clash) {
    return claims[clash.first].superseded_by || claims[clash.second].superseded_by;
  });
  contradictions = join_clashes(clashes_, claims);
}

void ClaimRelations::note(std::uint32_t first, std::uint32_t second, Relation relation, bool swap,
                          double score) {
  if (relation == Relation::entails && swap) {
    std::swap(first, second);
  }
  if (relation == Relation::update && !swap) {
    std::swap(first, second);
  }
  auto& known = relations_[{first, second}];
  if (known.second < score) {
    known = {relation, score};
  }
}

bool ClaimRelations::is_sure(std::uint32_t a, std::uint32_t b, ContradictionKind kind) const {
  const Proposition& first = propositions_[a];
  const Proposition& second = propositions_[b];
  if (statement(a).confidence < kSureEnough || statement(b).confidence < kSureEnough) {
    return false;
  }
  const bool denial = kind == ContradictionKind::denial;
  if (denial && !is_denied(a, b)) {
    return false;
  }
  if (is_headline(a) || is_headline(b)) {
    return false;
  }
  if (where_[a].report == where_[b].report && !denial) {
    return false;
  }
  if (!within(first, second, denial ? kDenialWindow : kClashWindow)) {
    return false;
  }
  if (kind == ContradictionKind::negation || kind == ContradictionKind::scope || denial) {
    return !same_speaker(first, second) && can_be_set_against(first, second);
  }
  const bool moods = first.modality == statements::Modality::asserted ||
                     first.modality == statements::Modality::planned;
  return moods && second.modality == first.modality && all_exact(first) && all_exact(second);
}

bool ClaimRelations::is_denied(std::uint32_t a, std::uint32_t b) const {
  const auto clear = [&](std::uint32_t index) {
    const Proposition& read = propositions_[index];
    return !read.denial || (read.voice != 0 && statement(index).kind == statements::Kind::indirect);
  };
  if (!clear(a) || !clear(b) || propositions_[a].voice == propositions_[b].voice) {
    return false;
  }
  const auto& one = statement(a);
  const auto& other = statement(b);
  if (where_[a].report != where_[b].report || one.field != other.field) {
    return true;
  }
  const auto overlap = [&](const ByteRange& x) {
    return std::any_of(other.content.begin(), other.content.end(),
                       [&](const ByteRange& y) { return x.begin < y.end && y.begin < x.end; });
  };
  return one.content == other.content ||
         std::none_of(one.content.begin(), one.content.end(), overlap);
}

bool ClaimRelations::is_headline(std::uint32_t index) const {
  return statement(index).field == Field::title &&
         !reports_[where_[index].report].report->text.empty();
}

bool ClaimRelations::corrects(std::uint32_t earlier, std::uint32_t later,
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

bool ClaimRelations::replaces(std::uint32_t earlier, std::uint32_t later) const {
  const Proposition& a = propositions_[earlier];
  const Proposition& b = propositions_[later];
  if (!later_than(b, a) || !all_exact(a) || !all_exact(b)) {
    return false;
  }
  if (!within(a, b, kCountWindow) || (a.periods != b.periods && !a.periods.empty())) {
    return false;
  }
  const bool outlets_own = a.speaker.empty() && b.speaker.empty() && a.outlet == b.outlet &&
                           !a.outlet.empty() &&
                           statement(earlier).kind == statements::Kind::plain &&
                           statement(later).kind == statements::Kind::plain;
  // Two papers on one statement of one day: one of them is wrong, and neither is newer.
  if (a.outlet != b.outlet && within(a, b, kNextCount)) {
    return false;
  }
  const double agreement = stories::compare(a, b).agreement();
  return (same_speaker(a, b) && agreement >= RelationOptions{}.same) ||
         (outlets_own && agreement >= RelationOptions{}.nearly_equal);
}

std::string ClaimRelations::about(std::uint32_t a, std::uint32_t b) const {
  std::vector<ContentWord> shared;
  for (const ContentWord& word : propositions_[a].words) {
    const bool thing = word.kind == WordKind::name || word.kind == WordKind::noun;
    if (thing && propositions_[b].has(word.key)) {
      shared.push_back(word);
    }
  }
  std::sort(shared.begin(), shared.end(), [&](const ContentWord& x, const ContentWord& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.token < y.token;
  });
  if (shared.size() > kAboutWords) {
    shared.resize(kAboutWords);
  }
  std::sort(shared.begin(), shared.end(),
            [](const ContentWord& x, const ContentWord& y) { return x.token < y.token; });
  const auto& sheet = reports_[where_[a].report].of(statement(a).field);
  std::string words;
  for (const ContentWord& word : shared) {
    if (!words.empty()) {
      words += ' ';
    }
    words += sheet.word(word.token);
  }
  return words;
}

void ClaimRelations::replace(std::uint32_t claim, const Replacement& by) {
  if (claim_of_[by.statement] < claim) {
    return;
  }
  const auto [at, added] = replaced_.emplace(claim, by);
  if (added) {
    return;
  }
  const ReportIndex last = where_[at->second.statement].report;
  const ReportIndex report = where_[by.statement].report;
  if (report > last || (report == last && by.agreement > at->second.agreement)) {
    at->second = by;
  }
}

const Statement& ClaimRelations::statement(std::uint32_t index) const {
  return statement_at(reports_, where_[index]);
}

}  // namespace factbox::stories
