#include "factboxes/choice/repeats.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "factboxes/words.h"
#include "stories/likeness.h"

namespace factbox::factboxes {
namespace {

constexpr double kSurelyAgain = 0.5;
constexpr double kLikelyAgain = 0.15;  // from which on meaning decides:
constexpr double kAlike = 0.7;         // so near in meaning two lines say one thing,
constexpr double kAlikeEvent = 0.5;    // or where the same is done by or to the same
constexpr double kAkin = 0.15;         // of the words shared, to be compared at all

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

/// How many figures of `one` the other tells too.
std::size_t figures_in(const stories::Proposition& one, const stories::Proposition& other) {
  const auto told = [&](const stories::CountedThing& count) {
    return std::any_of(other.counts.begin(), other.counts.end(), [&](const auto& each) {
      return count.low == each.low && count.high == each.high;
    });
  };
  return static_cast<std::size_t>(std::count_if(one.counts.begin(), one.counts.end(), told));
}

/// A word with a capital that both have: "Oster" and "Oster harbour" may be one place.
bool share_a_capital(std::string_view one, std::string_view other) {
  const auto capital = [](std::string_view text, const Word& word) {
    return begins_with_capital(word.range.in(text));
  };
  const auto words = words_of(one);
  const auto others = words_of(other);
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.range.begin > 0 && capital(one, word) &&
           std::any_of(others.begin(), others.end(), [&](const Word& each) {
             return each.range.begin > 0 && each.folded == word.folded && capital(other, each);
           });
  });
}

/// The draft can't be told by the other: a figure is another, a name, a day, or the direction.
bool tell_apart(const Draft& one, const Draft& two) {
  const auto& draft = one.told;
  const auto& other = two.told;
  const auto likeness = stories::compare(draft, other);
  const bool names =
      likeness.names_differ && !share_a_capital(one.worded.statement, two.worded.statement);
  const bool opposed = (draft.opposite != 0 && draft.opposite == other.predicate) ||
                       (other.opposite != 0 && other.opposite == draft.predicate);
  return figures_in(draft, other) < draft.counts.size() || names || likeness.persons_differ ||
         likeness.days_differ || likeness.crossed || opposed || draft.only != other.only ||
         draft.not_only != other.not_only;
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

PairFeatures compare_tellings(const stories::Proposition& one, const stories::Proposition& other,
                              double contained) {
  const auto likeness = stories::compare(one, other);
  const auto shared = figures_in(one, other);
  const auto apart = one.counts.size() - shared + other.counts.size() - figures_in(other, one);
  PairFeatures features{};
  const auto set = [&](PairFeature feature, double value) {
    features[static_cast<std::size_t>(feature)] = value;
  };
  set(PairFeature::contained_share, contained);
  set(PairFeature::shared_words, likeness.agreement());
  set(PairFeature::figures_shared, static_cast<double>(shared));
  set(PairFeature::figures_apart, static_cast<double>(apart));
  set(PairFeature::same_verb, likeness.predicate ? 1 : 0);
  set(PairFeature::one_mood, one.modality == other.modality ? 1 : 0);
  set(PairFeature::one_voice, one.voice == other.voice ? 1 : 0);
  return features;
}

double Repeats::likelihood(std::size_t index, std::size_t other) const {
  const auto& draft = drafts_[index];
  const auto& chosen = drafts_[other];
  const auto same = overlap(bench_.words, draft.terms, chosen.terms);
  if (draft.worded.statement == chosen.worded.statement) {
    return 1;
  }
  if (same.of_lesser < kAkin || !can_be_one(draft, chosen)) {
    return 0;
  }
  return bench_.style.repeats.likelihood(compare_tellings(draft.told, chosen.told, same.of_lesser));
}

bool Repeats::tells_again(std::size_t index, std::size_t other) {
  const auto& draft = drafts_[index];
  const auto& chosen = drafts_[other];
  const double likely = likelihood(index, other);
  if (likely < kLikelyAgain || (likely < 1 && tell_apart(draft, chosen))) {
    return false;
  }
  const auto akin = told_by_.find(draft.claim);
  const bool entailed = akin != told_by_.end() && akin->second.contains(chosen.claim);
  if (likely >= kSurelyAgain || entailed) {
    return true;
  }
  const double alike = meanings_.likeness(index, other);
  const auto likeness = stories::compare(draft.told, chosen.told);
  return alike >= kAlike ||
         (alike >= kAlikeEvent &&
          ((likeness.predicate && (likeness.subject || likeness.object)) ||
           tells_of(draft.told, chosen.told) || tells_of(chosen.told, draft.told)));
}

}  // namespace factbox::factboxes
