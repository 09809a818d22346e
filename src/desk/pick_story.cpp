#include "desk/pick_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/letters.h"
#include "desk/names_meant.h"
#include "desk/near_names.h"
#include "desk/placing.h"
#include "stories/story_name.h"
#include "stories/story_search.h"
#include "stories/story_stream.h"
#include "stories/words.h"

namespace factbox::desk {
namespace {

using reports::ReportPtr;

constexpr std::size_t kLongestTitle = 70;
constexpr std::size_t kShortestSpelt = 4;  // shorter words are alike by chance
constexpr std::size_t kManyReports = 20;
constexpr std::size_t kLeastShare = 4;  // one report in so many, of the largest story
constexpr std::size_t kNamed = 5;

/// What stories are looked for by.
struct Search {
  const LanguageKnowledge& known;
  const Executor& executor;
  Listener& listener;

  void place(const std::vector<ReportPtr>& reports, stories::StoryStream& stream) const {
    std::size_t done = 0;
    desk::place(reports, {known.reading->dates, known.meanings.get()}, executor, stream,
                [&] { listener.progress("finding stories", done++, reports.size()); });
  }
  [[nodiscard]] stories::StoryStream placed(const std::vector<ReportPtr>& reports) const {
    stories::StoryStream stream{known.stories};
    place(reports, stream);
    return stream;
  }
};

StoryShown shown(const stories::RunningStory& story, const std::vector<ReportPtr>& reports) {
  auto name = stories::name_of(story, reports);
  if (story.title.empty() && name.size() > kLongestTitle) {
    name = name.substr(0, name.rfind(' ', kLongestTitle)) + " …";
  }
  return {story.id, std::move(name), story.reports.size()};
}

bool is_id(const std::string& words) {
  constexpr std::string_view kBegins = "story-";
  constexpr std::size_t kDigits = 12;
  return words.starts_with(kBegins) && words.size() == kBegins.size() + kDigits &&
         words.find_first_not_of("0123456789abcdef", kBegins.size()) == std::string::npos;
}

/// Of the counted and the undated reports those that are in the story.
PickedStory part_of(const Candidates& candidates, const std::vector<ReportPtr>& reports,
                    const stories::RunningStory& story) {
  std::unordered_set<const reports::Report*> members;
  for (const auto number : story.reports) {
    members.insert(reports[number].get());
  }
  const auto is_member = [&](const ReportPtr& each) { return members.contains(each.get()); };
  PickedStory picked;
  picked.id = story.id;
  std::ranges::copy_if(candidates.counted, std::back_inserter(picked.reports), is_member);
  picked.undated = static_cast<std::uint32_t>(std::ranges::count_if(candidates.undated, is_member));
  return picked;
}

std::vector<ReportPtr> reports_of(const std::vector<std::uint32_t>& numbers,
                                  const std::vector<ReportPtr>& all) {
  std::vector<ReportPtr> reports;
  reports.reserve(numbers.size());
  for (const auto number : numbers) {
    reports.push_back(all[number]);
  }
  return reports;
}

/// The story of an id, if the reports in this order have one of which some reports count.
std::optional<PickedStory> find_id(const std::string& id, const Candidates& candidates,
                                   const std::vector<ReportPtr>& reports, const Search& search,
                                   Listener& listener) {
  const auto stream = search.placed(reports);
  const auto& running = stream.stories();
  const auto found =
      std::ranges::find_if(running, [&](const auto& story) { return story.id == id; });
  if (found == running.end()) {
    return std::nullopt;
  }
  auto picked = part_of(candidates, reports, *found);
  if (picked.reports.empty()) {
    return std::nullopt;
  }
  auto story = shown(*found, reports);
  story.reports = picked.reports.size();
  listener.picked(story, {});
  return picked;
}

Result<PickedStory> pick_by_id(const std::string& id, const Candidates& candidates,
                               const Search& search, Listener& listener) {
  for (const auto* reports : {&candidates.arrived, &candidates.counted}) {
    if (auto picked = find_id(id, candidates, *reports, search, listener)) {
      return *std::move(picked);
    }
  }
  return tl::unexpected(Error{
      ErrorKind::not_found,
      fmt::format("no story of these reports has the id {}; an id holds for the very reports that "
                  "it was found in, narrowed alike",
                  id)});
}

/// The words of the reports' titles, or of the beginning of a text without one; each with how many
/// have it.
std::vector<CountedName> title_words(const std::vector<ReportPtr>& reports) {
  constexpr std::size_t kBeginning = 60;  // words
  std::map<std::string, std::size_t> counts;
  for (const auto& report : reports) {
    const auto& words = report->title.empty() ? report->text : report->title;
    for (const auto& word : stories::split_words(words, kBeginning)) {
      ++counts[std::string{word.where.in(words)}];
    }
  }
  std::vector<CountedName> words;
  for (auto& [word, times] : counts) {
    if (word.size() >= kShortestSpelt) {
      words.push_back({word, times});
    }
  }
  return words;
}

/// "did you mean “Khashoggi”?" for each word that no report has; empty where all are known.
std::string spelt_alike(const std::string& words, const std::vector<ReportPtr>& reports) {
  const auto known = title_words(reports);
  std::string message;
  for (const auto& word : stories::split_words(words)) {
    const auto written = word.where.in(words);
    const bool is_known = std::ranges::any_of(
        known, [&](const CountedName& each) { return folded(each.name) == folded(written); });
    if (is_known || written.size() < kShortestSpelt) {
      continue;
    }
    if (const auto near = near_names(written, known); !near.empty()) {
      message += fmt::format("; for “{}”, did you mean {}?", written, as_choice(near));
    }
  }
  return message;
}

/// No story may be meant that lacks a name which was asked for.
Error lacks_names(const std::string& words, const std::vector<std::string>& names,
                  const std::vector<StoryShown>& nearest, const std::vector<ReportPtr>& reports) {
  const auto alike = spelt_alike(words, reports);
  std::string why = fmt::format("no story like \"{}\" has {}{}{} nearest are:\n", words,
                                as_choice(names), alike, alike.empty() ? "; the" : " The");
  for (const auto& each : nearest) {
    why += as_line(each);
  }
  why.pop_back();
  return {ErrorKind::not_found, std::move(why)};
}

Error nothing_found(const std::string& words, const std::vector<StoryShown>& others,
                    const Candidates& candidates) {
  const auto alike = spelt_alike(words, candidates.counted);
  if (others.empty()) {
    return {
        ErrorKind::not_found,
        fmt::format("no story has any word of \"{}\" that tells stories apart{}", words, alike)};
  }
  std::string why = fmt::format("no story matches \"{}\" well enough{}{} nearest are:\n", words,
                                alike, alike.empty() ? "; the" : " The");
  for (const auto& other : others) {
    why += as_line(other);
  }
  why.pop_back();
  return {ErrorKind::not_found, std::move(why)};
}

/// The words with those that titles write with a hyphen written so ("cease-fire" for "ceasefire"),
/// and those that they write as one without.
std::string hyphens_as_in_titles(const std::string& words, const std::vector<ReportPtr>& reports) {
  const auto joined = [](std::string_view written) {
    std::string small = folded(written);
    std::erase(small, '-');
    return small;
  };
  const auto parts_of = [](std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find(' ', at), text.size());
      if (end > at) {
        parts.push_back(text.substr(at, end - at));
      }
      at = end + 1;
    }
    return parts;
  };
  std::map<std::string, std::string> as_written;
  for (const auto& report : reports) {
    for (const auto part : parts_of(report->title)) {
      if (part.find('-', 1) != std::string_view::npos) {
        as_written.emplace(joined(part), part);
      }
    }
  }
  std::string changed;
  for (const auto part : parts_of(words)) {
    const auto found = as_written.find(joined(part));
    const bool hyphen = part.find('-') != std::string_view::npos;
    changed += changed.empty() ? "" : " ";
    changed += hyphen ? joined(part) : found != as_written.end() ? found->second : part;
  }
  return changed;
}

}  // namespace

Result<PickedStory> pick_story(const std::string& words, const Candidates& candidates,
                               const LanguageKnowledge& known, const Executor& executor,
                               Listener& listener) {
  const Search by{known, executor, listener};
  if (is_id(words)) {
    return pick_by_id(words, candidates, by, listener);
  }
  const auto& counted = candidates.counted;
  auto stream = by.placed(counted);
  listener.progress("looking for the story", 0, 0);
  auto search = stories::find_story(words, stream.stories(), counted, known.stories);
  if (!search.taken) {
    const auto changed = hyphens_as_in_titles(words, counted);
    auto again = stories::find_story(changed, stream.stories(), counted, known.stories);
    if (again.taken) {
      search = std::move(again);
    }
  }
  std::vector<StoryShown> others;
  for (const auto& found : search.nearest) {
    if (search.taken != found.story) {
      others.push_back(shown(stream.stories()[found.story], counted));
    }
  }
  if (!search.taken) {
    return tl::unexpected(nothing_found(words, others, candidates));
  }
  if (const auto missing =
          names_missing(words, reports_of(search.reports, counted), counted, *known.stories);
      !missing.empty()) {
    others.insert(others.begin(), shown(stream.stories()[*search.taken], counted));
    return tl::unexpected(lacks_names(words, missing, others, counted));
  }
  auto told = shown(stream.stories()[*search.taken], counted);
  told.meant = search.reports.size();
  listener.picked(told, others);
  // Undated reports come after all others: they change nothing, and still tell where they belong.
  auto all = counted;
  by.place(candidates.undated, stream);
  all.insert(all.end(), candidates.undated.begin(), candidates.undated.end());
  auto picked = part_of(candidates, all, stream.stories()[*search.taken]);
  picked.reports = reports_of(search.reports, counted);
  return picked;
}

Result<PickedStory> take_all(const Candidates& candidates, const LanguageKnowledge& known,
                             const Executor& executor, Listener& listener) {
  const auto& counted = candidates.counted;
  if (counted.size() >= kManyReports) {
    const auto stream = Search{known, executor, listener}.placed(counted);
    std::vector<const stories::RunningStory*> largest;
    for (const auto& story : stream.stories()) {
      if (!story.reports.empty()) {
        largest.push_back(&story);
      }
    }
    std::ranges::stable_sort(largest, [](const auto* a, const auto* b) {
      return a->reports.size() > b->reports.size();
    });
    if (largest.front()->reports.size() * kLeastShare < counted.size()) {
      std::string why = fmt::format(
          "these {} reports tell {} stories; say which is meant by words or id "
          "(--story). The largest are:\n",
          counted.size(), largest.size());
      for (std::size_t i = 0; i < std::min(kNamed, largest.size()); ++i) {
        why += as_line(shown(*largest[i], counted));
      }
      why.pop_back();
      return tl::unexpected(Error{ErrorKind::conflict, std::move(why)});
    }
  }
  return PickedStory{"", counted, static_cast<std::uint32_t>(candidates.undated.size())};
}

std::string as_line(const StoryShown& story) {
  const auto meant = story.meant > 0 && story.meant != story.reports
                         ? fmt::format("; of it and its kin the words mean {}", story.meant)
                         : std::string{};
  return fmt::format("  {}  {} ({} report{}{})\n", story.id, story.title, story.reports,
                     story.reports == 1 ? "" : "s", meant);
}

}  // namespace factbox::desk
