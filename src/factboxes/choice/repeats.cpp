#include "factboxes/choice/repeats.h"

#include <algorithm>
#include <string>

#include "stories/likeness.h"

namespace factbox::factboxes {
namespace {

constexpr double kMostSame = 0.8;     // lines of which so much is the same say the same,
constexpr double kSame = 0.6;         // or so much of the lesser
constexpr double kSameOfBoth = 0.35;  // and of both together

// Measured on pairs of lines of real pages, by how near their meanings are.
constexpr double kAlike = 0.68;     // so near, two people say one thing,
constexpr double kAlikeOwn = 0.65;  // where no two people speak, one thing is told,
constexpr double kAlikeSameReport = 0.62;
constexpr double kAlikeEvent = 0.50;  // and where the same is done by or to the same, one event

/// Somebody other than the outlet says it.
bool speaks(const Draft& draft) {
  const auto& chain = draft.worded.attribution;
  return !chain.empty() && chain.front().member.role != statements::Role::outlet;
}

/// What happens in `event`, and to whom or by whom, is told in `other` too.
bool tells_of(const stories::Proposition& event, const stories::Proposition& other) {
  const auto in_other = [&](stories::WordKey key) { return other.has(key); };
  const auto met = [&](const std::vector<stories::WordKey>& keys) {
    return keys.empty() || std::any_of(keys.begin(), keys.end(), in_other);
  };
  return event.predicate != 0 && in_other(event.predicate) && event.negative == other.negative &&
         !(event.subjects.empty() && event.objects.empty()) && met(event.subjects) &&
         met(event.objects);
}

/// What is planned hasn't been done, what happened in 1962 didn't in 2031, and what is denied is
/// not told. "2015" may be "2015-07".
bool can_be_one(const Draft& a, const Draft& b) {
  const bool history = a.background || b.background;
  const bool dates = history && !a.event.empty() && !b.event.empty() &&
                     !a.event.starts_with(b.event) && !b.event.starts_with(a.event);
  return !dates && a.told.modality == b.told.modality && a.told.negative == b.told.negative &&
         a.told.denial == b.told.denial;
}

}  // namespace

std::string voice_of(const Draft& draft) {
  if (draft.worded.attribution.empty()) {
    return {};
  }
  const auto& member = draft.worded.attribution.front().member;
  return member.name.empty() ? member.description : member.name;
}

Repeats::Repeats(const Workbench& bench, const std::vector<Draft>& drafts, DraftMeanings& meanings)
    : bench_(bench), drafts_(drafts), meanings_(meanings) {
  for (const auto& relation : bench.story.relations) {
    if (relation.relation == stories::Relation::entails) {
      told_by_[relation.first].insert(relation.second);
      told_by_[relation.second].insert(relation.first);
    }
  }
}

bool Repeats::says_the_same(std::size_t index, std::size_t other) const {
  const auto& draft = drafts_[index];
  const auto akin = told_by_.find(draft.claim);
  if (akin != told_by_.end() && akin->second.contains(drafts_[other].claim)) {
    return true;
  }
  const auto same = overlap(bench_.words, draft.terms, drafts_[other].terms);
  return same.of_lesser >= kMostSame || (same.of_lesser >= kSame && same.of_both >= kSameOfBoth) ||
         drafts_[other].worded.statement == draft.worded.statement;
}

bool Repeats::means_the_same(std::size_t index, std::size_t other) {
  const auto& one = drafts_[index];
  const auto& two = drafts_[other];
  const double alike = meanings_.likeness(index, other);
  if (alike < kAlikeEvent || !can_be_one(one, two)) {
    return false;
  }
  const bool two_voices = speaks(one) && speaks(two) && voice_of(one) != voice_of(two);
  // A report tells again itself: by a quotation what it has just said in its own words.
  const double enough = one.from.report == two.from.report ? kAlikeSameReport
                        : two_voices                       ? kAlike
                                                           : kAlikeOwn;
  if (alike >= enough) {
    return true;
  }
  const auto likeness = stories::compare(one.told, two.told);
  return (likeness.predicate && (likeness.subject || likeness.object)) ||
         tells_of(one.told, two.told) || tells_of(two.told, one.told);
}

}  // namespace factbox::factboxes
