#include "stories/dossiers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/assert.h"

namespace factbox::stories {
namespace {

constexpr double kDaySeconds = 86400;

double days_between(const std::optional<Instant>& a, const std::optional<Instant>& b) {
  if (!a || !b) {
    return 0;
  }
  return std::abs(static_cast<double>((*b - *a).count())) / kDaySeconds;
}

}  // namespace

double Dossiers::score(const Alike& alike) const {
  return alike.words + options_.meaning_weight * alike.meant;
}

/// What pairs of reports must have in common, a part of which are of headlines.
double Dossiers::least(const Alike& alike, double of_words) const {
  return options_.headline_likeness * alike.headlines + of_words * (1 - alike.headlines);
}

void Dossiers::Times::widen(const std::optional<Instant>& with) {
  if (with) {
    first = std::min(first.value_or(*with), *with);
    last = std::max(last.value_or(*with), *with);
  }
}

void Dossiers::Times::widen(const Times& with) {
  widen(with.first);
  widen(with.last);
}

/// How likeness fades with the days between two stretches of time, and between their beginnings.
double Dossiers::fade(const Times& times, const Times& other, double slower) const {
  if (!times.first || !other.first) {
    return 1;
  }
  const Instant later = std::max(*times.first, *other.first);
  const Instant ended = std::min(*times.last, *other.last);
  const double gap = later > ended ? days_between(later, ended) / options_.gap_days : 0;
  const double age = days_between(times.first, other.first) / options_.age_days;
  return std::exp(-(gap + age) / slower);
}

/// By what sources state; where one of the two has nothing stated, by what is guessed.
double Dossiers::fade(const Times& stated, const Times& told, const Dossier& other) const {
  return stated.first && other.stated.first ? fade(stated, other.stated, 1)
                                            : fade(told, other.told, options_.guessed_slower);
}

ArrivalNumber Dossiers::newest() const {
  FB_ASSERT(!placements_.empty());
  return static_cast<ArrivalNumber>(placements_.size() - 1);
}

Dossiers::Found Dossiers::find(const Member& report) {
  const double length = static_cast<double>(report.words.size()) / options_.full_words;
  const double of_words = options_.likeness * std::clamp(std::pow(length, options_.short_power),
                                                         options_.short_floor, 1.0);
  const Times told{report.told, report.told};
  const Times stated = report.guessed ? Times{} : told;
  Found found;
  double most = 0;
  for (const std::uint32_t story : words_.sharing(report.words, heirs_)) {
    const Dossier& dossier = dossiers_[story];
    const Alike alike =
        dossier.centre.likeness(report.words, report.meaning, options_.names_at_most);
    const double likeness = score(alike) * fade(stated, told, dossier);
    const double asked = least(alike, of_words);
    if (likeness > asked * options_.near) {
      found.near.push_back(story);
    }
    if (likeness > asked &&
        (likeness > most || (found.story && likeness == most && story < *found.story))) {
      found.story = story;
      most = likeness;
    }
  }
  return found;
}

void Dossiers::place(std::optional<std::uint32_t> story, std::uint32_t origin, Member report) {
  FB_ASSERT(report.report == placements_.size());
  if (!story) {
    story = begin(report, std::nullopt);
  }
  placements_.push_back({*story, origin});
  add(*story, std::move(report));
}

std::uint32_t Dossiers::begin(const Member& first, std::optional<std::uint32_t> family) {
  std::uint32_t story = 0;
  if (const auto known = joined_.find(first.story_id); known != joined_.end()) {
    story = known->second;
    joined_.erase(known);
  } else {
    story = static_cast<std::uint32_t>(stories_.size());
    stories_.push_back({first.story_id, first.title, {}, {}, {}});
    dossiers_.emplace_back();
    last_arrival_.push_back(first.report);
    heirs_.push_back(story);
  }
  if (!family) {
    family = static_cast<std::uint32_t>(families_.size());
    families_.push_back({{}, options_.part_first, false});
  }
  heirs_[story] = story;
  families_[*family].stories.push_back(story);
  dossiers_[story].family = *family;
  stories_[story].family = family;
  return story;
}

void Dossiers::add(std::uint32_t index, Member member) {
  RunningStory& story = stories_[index];
  Dossier& dossier = dossiers_[index];
  const auto& last = dossier.stated.last;
  const double faded = last && !member.guessed
                           ? std::exp(-days_between(last, member.told) / options_.forget_days)
                           : 1;
  const auto fresh = dossier.centre.join(member.words, member.meaning, faded);
  last_arrival_[index] = std::max(last_arrival_[index], member.report);
  words_.remember(fresh, index, last_arrival_);
  story.reports.push_back(member.report);
  placements_[member.report].story = index;
  Times dated{story.first, story.last};
  dated.widen(member.published);
  story.first = dated.first;
  story.last = dated.last;
  dossier.told.widen(member.told);
  if (!member.guessed) {
    dossier.stated.widen(member.told);
  }
  if (dossier.centre.headline_worth(member.headline) >
      dossier.centre.headline_worth(dossier.headline)) {
    dossier.headline = member.headline;
    story.title = member.title;
  }
  if (!families_[dossier.family].closed) {
    dossier.members.push_back(std::move(member));
  }
}

bool Dossiers::are_one(std::uint32_t story, std::uint32_t other) const {
  const Dossier& one = dossiers_[story];
  const Dossier& two = dossiers_[other];
  if (one.family == two.family) {
    return false;
  }
  const Alike alike = one.centre.likeness(two.centre, options_.names_at_most);
  return score(alike) * fade(one.stated, one.told, two) > least(alike, options_.joining);
}

void Dossiers::join_near(std::span<const std::uint32_t> near) {
  for (const std::uint32_t other : near) {
    const std::uint32_t story = placements_.back().story;
    if (other != story && heirs_[other] == other && are_one(story, other)) {
      const bool is_older = stories_[story].reports.front() < stories_[other].reports.front();
      become_one(is_older ? story : other, is_older ? other : story);
    }
  }
}

void Dossiers::become_one(std::uint32_t kept, std::uint32_t gone) {
  RunningStory& story = stories_[kept];
  RunningStory& other = stories_[gone];
  Dossier& dossier = dossiers_[kept];
  Dossier& from = dossiers_[gone];
  join_families(kept, gone);
  const auto fresh = dossier.centre.join(from.centre);
  last_arrival_[kept] = std::max(last_arrival_[kept], last_arrival_[gone]);
  words_.remember(fresh, kept, last_arrival_);
  for (const std::uint32_t report : other.reports) {
    placements_[report].story = kept;
  }
  events_.push_back({StoryEvent::Kind::joined, kept, gone, newest(), other.reports});
  const auto middle = static_cast<std::ptrdiff_t>(story.reports.size());
  story.reports.insert(story.reports.end(), other.reports.begin(), other.reports.end());
  std::inplace_merge(story.reports.begin(), story.reports.begin() + middle, story.reports.end());
  Times dated{story.first, story.last};
  dated.widen(Times{other.first, other.last});
  story.first = dated.first;
  story.last = dated.last;
  dossier.told.widen(from.told);
  dossier.stated.widen(from.stated);
  if (dossier.centre.headline_worth(from.headline) >
      dossier.centre.headline_worth(dossier.headline)) {
    dossier.headline = from.headline;
    story.title = other.title;
  }
  std::move(from.members.begin(), from.members.end(), std::back_inserter(dossier.members));
  other.reports = {};
  from = {};
  from.family = dossier.family;
  heirs_[gone] = kept;
  joined_.emplace(other.id, gone);
}

void Dossiers::join_families(std::uint32_t kept, std::uint32_t gone) {
  const std::uint32_t index = dossiers_[kept].family;
  Family& stays = families_[index];
  Family& goes = families_[dossiers_[gone].family];
  for (const std::uint32_t kin : goes.stories) {
    if (kin != gone) {
      stays.stories.push_back(kin);
      dossiers_[kin].family = index;
      stories_[kin].family = index;
    }
  }
  goes.stories = {};
  if (stays.closed || goes.closed) {
    close(stays);
    dossiers_[gone].members = {};
  }
}

std::size_t Dossiers::size_of(const Family& family) const {
  std::size_t reports = 0;
  for (const std::uint32_t story : family.stories) {
    reports += stories_[story].reports.size();
  }
  return reports;
}

void Dossiers::close(Family& family) {
  family.closed = true;
  for (const std::uint32_t story : family.stories) {
    dossiers_[story].members = {};
  }
}

void Dossiers::part_last() {
  const std::uint32_t index = dossiers_[placements_.back().story].family;
  if (families_[index].closed) {
    return;
  }
  const std::size_t reports = size_of(families_[index]);
  if (reports < families_[index].part_at) {
    return;
  }
  families_[index].part_at = std::max(
      reports + 1, static_cast<std::size_t>(static_cast<double>(reports) * options_.part_again));
  if (reports > options_.parting.most) {
    close(families_[index]);
    return;
  }
  std::vector<Member> members = take_members(families_[index]);
  std::vector<std::uint32_t> now;
  if (too_short_to_part(members)) {
    for (const Member& member : members) {
      now.push_back(placements_[member.report].story);
    }
  } else {
    now = stories_of_events(members, events_of(members), index);
  }
  note_moves(members, now);
  refill(index, std::move(members), now);
}

/// Copies are no evidence of their own: they stay with what they were taken from.
std::vector<std::uint32_t> Dossiers::events_of(std::span<const Member> members) const {
  std::map<std::uint32_t, std::size_t> wordings;  // by origin
  std::vector<const ReportVector*> vectors;
  for (const Member& member : members) {
    if (wordings.emplace(placements_[member.report].origin, vectors.size()).second) {
      vectors.push_back(&member.words);
    }
  }
  const std::vector<std::uint32_t> parts = part(vectors, options_.parting);
  std::vector<std::uint32_t> events;
  for (const Member& member : members) {
    events.push_back(parts[wordings.at(placements_[member.report].origin)]);
  }
  return events;
}

std::vector<Member> Dossiers::take_members(const Family& family) {
  std::vector<Member> members;
  for (const std::uint32_t story : family.stories) {
    auto& its = dossiers_[story].members;
    std::move(its.begin(), its.end(), std::back_inserter(members));
    its.clear();
  }
  std::sort(members.begin(), members.end(),
            [](const Member& a, const Member& b) { return a.report < b.report; });
  return members;
}

bool Dossiers::too_short_to_part(std::span<const Member> members) const {
  const auto headlines = std::count_if(members.begin(), members.end(), [&](const Member& member) {
    return member.words.size() < options_.headline_words;
  });
  return static_cast<std::size_t>(headlines) * 2 > members.size();
}

/// The story of each report: the events that it was parted into go by the stories that began with
/// one of their reports, of several by the oldest; the others begin.
std::vector<std::uint32_t> Dossiers::stories_of_events(std::span<const Member> members,
                                                       std::span<const std::uint32_t> events,
                                                       std::uint32_t family) {
  std::map<std::uint32_t, std::uint32_t> story_of;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::uint32_t was = placements_[members[i].report].story;
    if (stories_[was].reports.front() == members[i].report) {
      story_of.emplace(events[i], was);
    }
  }
  std::vector<std::uint32_t> now;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto known = story_of.find(events[i]);
    now.push_back(known != story_of.end()
                      ? known->second
                      : story_of.emplace(events[i], begin(members[i], family)).first->second);
  }
  return now;
}

/// Events for what changes its story; a story whose first report goes has joined that report's.
void Dossiers::note_moves(std::span<const Member> members, std::span<const std::uint32_t> now) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> moves;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::uint32_t was = placements_[members[i].report].story;
    if (was != now[i]) {
      moves[{was, now[i]}].push_back(members[i].report);
    }
  }
  for (auto& [way, reports] : moves) {
    const auto& [was, is] = way;
    const bool joined = stories_[was].reports.front() == reports.front();
    events_.push_back({joined ? StoryEvent::Kind::joined : StoryEvent::Kind::parted, is, was,
                       newest(), std::move(reports)});
    if (joined) {
      heirs_[was] = is;
      joined_.emplace(stories_[was].id, was);
    }
  }
}

void Dossiers::refill(std::uint32_t family, std::vector<Member> members,
                      std::span<const std::uint32_t> now) {
  bool moved = false;
  for (std::size_t i = 0; i < members.size(); ++i) {
    moved = moved || placements_[members[i].report].story != now[i];
  }
  if (!moved) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      dossiers_[now[i]].members.push_back(std::move(members[i]));
    }
    return;
  }
  for (const std::uint32_t story : families_[family].stories) {
    stories_[story].reports.clear();
    stories_[story].first.reset();
    stories_[story].last.reset();
    dossiers_[story] = {};
    dossiers_[story].family = family;
  }
  std::erase_if(families_[family].stories,
                [&](std::uint32_t story) { return heirs_[story] != story; });
  for (std::size_t i = 0; i < members.size(); ++i) {
    add(now[i], std::move(members[i]));
  }
}

}  // namespace factbox::stories
