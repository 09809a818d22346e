#include "stories/story_stream.h"

#include <string>
#include <utility>

#include "codec/byte_reader.h"
#include "codec/byte_writer.h"
#include "codec/envelope.h"
#include "stories/boilerplate.h"
#include "stories/compile_story.h"
#include "stories/copies.h"
#include "stories/dossiers.h"
#include "stories/story_index.h"
#include "stories/terms.h"
#include "stories/words.h"

namespace factbox::stories {
namespace {

std::vector<TermNumber> headline_words(const std::vector<TermCount>& counts) {
  std::vector<TermNumber> words;
  for (const TermCount& count : counts) {
    if (count.in_title > 0) {
      words.push_back(count.term);
    }
  }
  return words;
}

}  // namespace

const char* name_of(StoryEvent::Kind kind) {
  return kind == StoryEvent::Kind::joined ? "joined" : "parted";
}

struct StoryStream::State {
  State(std::shared_ptr<const Lexicon> with_lexicon, const StreamOptions& with)
      : lexicon(std::move(with_lexicon)), options(with), terms(lexicon), dossiers(with) {}

  std::shared_ptr<const Lexicon> lexicon;
  StreamOptions options;
  Terms terms;
  Rarity rarity;
  WordingsInMemory wordings;
  Boilerplate boilerplate;
  Dossiers dossiers;
};

StoryStream::StoryStream(std::shared_ptr<const Lexicon> lexicon, const StreamOptions& options)
    : state_(std::make_unique<State>(std::move(lexicon), options)) {}
StoryStream::~StoryStream() = default;
StoryStream::StoryStream(StoryStream&&) noexcept = default;
StoryStream& StoryStream::operator=(StoryStream&&) noexcept = default;

Placement StoryStream::place(const reports::Report& report, const Clues& clues) {
  State& state = *state_;
  const auto title = split_words(report.title);
  const auto printed = split_words(report.text);
  const auto text = state.boilerplate.telling(report.outlet, printed);
  Shingles wording =
      shingle(text.empty() ? title : state.boilerplate.without_footers(report.outlet, printed));
  const auto copy = find_copy(wording, state.wordings, state.options.copies);
  if (!copy) {
    state.boilerplate.remember(report.outlet, printed);
  }
  const ArrivalNumber number = state.wordings.add(std::move(wording));
  const auto& placements = state.dossiers.placements();

  const std::vector<TermCount> counts = state.terms.of(title, text);
  Member member{number, story_id(report), report.title, {}, clues.told, true, {}, {}, {}};
  if (report.published_at) {
    member.told = member.published = report.published_at->first;
    member.guessed = report.published_estimated || !report.published_from.empty();
  }
  member.words = state.rarity.weigh(counts, state.options.weighing);
  member.meaning.assign(clues.meaning.begin(), clues.meaning.end());
  member.headline = headline_words(counts);
  auto found = state.dossiers.find(member);
  if (!found.story && copy) {
    found.story = placements[copy->report].story;
  }
  state.dossiers.place(found.story, copy ? placements[copy->report].origin : number,
                       std::move(member));
  state.dossiers.join_near(found.near);
  state.dossiers.part_last();
  state.rarity.count(counts);
  return placements.back();
}

namespace {

/// Raise the version with every change of what is walked through, and of how words are weighed.
constexpr codec::Kind kStream{"FBST", "story stream", 1};

template <class Way, class State>
void walk(Way& way, State& state) {
  Rarity::walk(way, state.rarity);
  WordingsInMemory::walk(way, state.wordings);
  Boilerplate::walk(way, state.boilerplate);
  Dossiers::walk(way, state.dossiers);
}

}  // namespace

std::string StoryStream::snapshot() const {
  codec::ByteWriter way;
  const std::vector<std::string> stems = state_->terms.stems();
  way.list(stems, [&](const std::string& stem) { way.raw(stem); });
  walk(way, *state_);
  return codec::seal(kStream, std::move(way).take());
}

Result<void> StoryStream::restore(std::string_view bytes) {
  FB_TRY(body, codec::open(kStream, bytes));
  auto read = std::make_unique<State>(state_->lexicon, state_->options);
  codec::ByteReader way{body};
  std::vector<std::string> stems;
  way.list(stems, [&](std::string& stem) { way.raw(stem); });
  read->terms.restore(stems);
  walk(way, *read);
  way.require(
      read->dossiers.is_sound() && read->wordings.size() == read->dossiers.placements().size(),
      "a story that there isn't");
  auto whole = way.finish();
  if (!whole) {
    return whole;
  }
  read->dossiers.recall();
  state_ = std::move(read);
  return {};
}

void StoryStream::forget(Instant before, std::uint32_t undated_before) {
  state_->wordings.forget(state_->dossiers.forget(before, undated_before));
}

const std::vector<RunningStory>& StoryStream::stories() const {
  return state_->dossiers.stories();
}
const std::vector<StoryEvent>& StoryStream::events() const {
  return state_->dossiers.events();
}
const std::vector<Placement>& StoryStream::placements() const {
  return state_->dossiers.placements();
}

}  // namespace factbox::stories
