#include "factboxes/choice/repeats.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "factboxes/words.h"
#include "stories/likeness.h"

namespace factbox::factboxes {
namespace {

constexpr double kLikelyAgain = 0.15;  // by words, where one claim entails the other
constexpr double kOpen = 0.03;         // by words, from which on meaning is asked
constexpr double kContained = 0.9;     // of the words of one in the other, to look at their order
constexpr double kAkin = 0.15;         // of the words shared, to be compared at all

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

/// Neither is told by the other: each has a figure of its own, or another name, day or direction.
bool tell_apart(const Draft& one, const Draft& two) {
  const auto& draft = one.told;
  const auto& other = two.told;
  const auto likeness = stories::compare(draft, other);
  const bool names =
      likeness.names_differ && !share_a_capital(one.worded.statement, two.worded.statement);
  const bool opposed = (draft.opposite != 0 && draft.opposite == other.predicate) ||
                       (other.opposite != 0 && other.opposite == draft.predicate);
  const bool figures = figures_in(draft, other) < draft.counts.size() &&
                       figures_in(other, draft) < other.counts.size();
  return figures || names || likeness.persons_differ || likeness.days_differ || likeness.crossed ||
         opposed || draft.only != other.only || draft.not_only != other.not_only;
}

/// All words of the draft stand in the other, in their order: "They agreed to share cranes" in
/// "They agreed on Friday to share 40 cranes".
bool stands_within(const Draft& draft, const Draft& other) {
  constexpr std::size_t kLeastWords = 5;
  const auto words = words_of(draft.worded.statement);
  const auto others = words_of(other.worded.statement);
  auto at = others.begin();
  for (const auto& word : words) {
    at = std::find_if(at, others.end(),
                      [&](const Word& each) { return each.folded == word.folded; });
    if (at == others.end()) {
      return false;
    }
    ++at;
  }
  return words.size() >= kLeastWords && draft.told.negative == other.told.negative;
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
  if (same.of_lesser >= kContained && stands_within(draft, chosen)) {
    return 1;
  }
  if (same.of_lesser < kAkin || !can_be_one(draft, chosen)) {
    return 0;
  }
  return bench_.style.repeats.likelihood(compare_tellings(draft.told, chosen.told, same.of_lesser));
}

double Repeats::likelihood_by_meaning(std::size_t index, std::size_t other) {
  const auto& draft = drafts_[index];
  const auto& chosen = drafts_[other];
  const double likely = likelihood(index, other);
  if (likely < kOpen || likely == 1) {
    return likely;
  }
  const auto akin = told_by_.find(draft.claim);
  const bool entailed = akin != told_by_.end() && akin->second.contains(chosen.claim);
  const auto same = overlap(bench_.words, draft.terms, chosen.terms);
  auto features = compare_tellings(draft.told, chosen.told, same.of_lesser);
  features[static_cast<std::size_t>(PairFeature::meaning_alike)] = meanings_.likeness(index, other);
  const double meant = bench_.style.retellings.likelihood(features);
  if (tell_apart(draft, chosen)) {
    constexpr double kBelow = 0.99;
    return std::min(meant, kBelow * kToldAgain);
  }
  return entailed && likely >= kLikelyAgain ? std::max(meant, kToldAgain) : meant;
}

}  // namespace factbox::factboxes
