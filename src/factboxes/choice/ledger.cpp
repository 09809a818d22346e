#include "factboxes/choice/ledger.h"

#include <algorithm>

#include "factboxes/lines/printed_dates.h"
#include "stories/counts.h"
#include "stories/likeness.h"
#include "stories/relation.h"

namespace factbox::factboxes {
namespace {

using statements::Modality;
using statements::Statement;

constexpr std::size_t kLatestCompared = 8;  // figures of a row that a new one is held against
constexpr double kMostTimes = 5;            // between two figures of one row
constexpr double kFew = 3;                  // of things and not people: no count that is kept
constexpr double kAkin = 0.25;              // words that the statements of one row share
constexpr std::chrono::hours kBeforeStory{48};

bool inside(const Statement& statement, Passage where) {
  return where.field == statement.field &&
         std::any_of(statement.content.begin(), statement.content.end(),
                     [&](ByteRange content) { return content.covers(where.range); });
}

/// A state, and no rise or fall.
bool tells_state(const mentions::Figure& figure) {
  return !figure.high && (figure.unit.empty() || counts_something(figure)) &&
         figure.bound != mentions::Bound::up && figure.bound != mentions::Bound::down;
}

/// "Seven of the 19 dead": a figure and behind a preposition the whole that it is a part of.
bool is_part(const mentions::Figure& figure, const statements::ReadReport& report) {
  constexpr std::uint32_t kFarthest = 3;
  const auto& sheet = report.of(figure.where.field);
  const auto first = sheet.token_at(figure.where.range.begin);
  return std::any_of(
      report.mentions.figures.begin(), report.mentions.figures.end(), [&](const auto& other) {
        const auto whole = sheet.token_at(other.where.range.begin);
        bool led_to = false;
        for (auto token = first; token < whole && whole - first <= kFarthest; ++token) {
          led_to = led_to || sheet.link(token) == texts::Link::preposition;
        }
        return other.where.field == figure.where.field && led_to;
      });
}

bool tells_state(const Statement& statement) {
  return statement.modality == Modality::asserted || statement.modality == Modality::possible;
}

/// Both count one thing by the same happening, and could be two states of one count.
bool one_row(const StoryWords& words, const Count& one, const Count& other) {
  const auto& a = one.thing;
  const auto& b = other.thing;
  const bool known = a.event != 0 && b.event != 0;
  const double least = std::max(1.0, std::min(a.low, b.low));
  const bool alike = known && std::max(a.low, b.low) <= kMostTimes * least &&
                     stories::count_one_thing(a, b) && a.beside.empty() == b.beside.empty() &&
                     overlap(words, one.terms, other.terms).of_lesser >= kAkin;
  if (!alike) {
    return false;
  }
  const auto likeness = stories::compare(one.told, other.told);
  return !likeness.names_differ && !likeness.persons_differ && !likeness.crossed;
}

/// "63 from the north, 11 from the south": of several that one statement counts alike, none is the
/// count of them all.
bool stands_alone(const stories::CountedThing& thing,
                  const std::vector<stories::CountedThing>& counts) {
  return std::all_of(counts.begin(), counts.end(), [&](const stories::CountedThing& other) {
    return &other == &thing || !stories::count_one_thing(thing, other);
  });
}

bool differ(const Count& one, const Count& other) {
  return one.thing.low != other.thing.low || one.thing.high != other.thing.high;
}

bool one_source(const Count& one, const Count& other) {
  return stories::same_speaker(one.told, other.told) ||
         (!one.told.outlet.empty() && one.told.outlet == other.told.outlet);
}

/// A count falls only where who counted it says so: a lower one by another is of something else
/// ("a list of 64 soldiers", "handed over 62 soldiers"), or a rival's.
bool could_become(const Count& earlier, const Count& later) {
  return later.thing.low >= earlier.thing.low || one_source(earlier, later);
}

}  // namespace

bool counts_something(const mentions::Figure& figure) {
  // not English: names of units.
  return !figure.unit.empty() && !figure.unit.ends_with("of age") && figure.unit != "year";
}

Ledger::Ledger(const Workbench& bench, const stories::Lexicon& lexicon) : bench_(bench) {
  stories::PropositionReader propositions{lexicon};
  for (const auto index : bench.story.reports) {  // earliest first
    const auto& statements = bench.reports[index].statements;
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      const auto& statement = statements[i];
      if (!statement.content.empty() && !statement.relays && tells_state(statement) &&
          statement.field == Field::text && statement.confidence >= bench.options.min_confidence) {
        read({index, i}, propositions);
      }
    }
  }
  close();
}

void Ledger::read(stories::StatementRef ref, stories::PropositionReader& propositions) {
  const auto& report = bench_.reports[ref.report];
  const auto& statement = bench_.statement(ref);
  std::vector<const mentions::Figure*> figures;
  for (const auto& figure : report.mentions.figures) {
    if (tells_state(figure) && inside(statement, figure.where) && !is_part(figure, report)) {
      figures.push_back(&figure);
    }
  }
  bool past = false;
  if (statement.event && bench_.story.first) {
    const auto event = read_time(to_edtf(statement.event->value));
    past = event && event->past + kBeforeStory <= *bench_.story.first;
  }
  if (figures.empty() || past) {
    return;
  }
  const auto terms = bench_.words.terms(report, statement.field, statement.content);
  const auto told = propositions.read(report, statement, report.report->outlet);
  const auto& published = report.report->published_at;
  const auto at = published ? std::optional{published->first} : std::nullopt;
  for (const auto* figure : figures) {
    const auto thing = std::find_if(told.counts.begin(), told.counts.end(), [&](const auto& each) {
      return each.low == figure->low && each.high == figure->high.value_or(figure->low);
    });
    const bool counted = thing != told.counts.end() && thing->unit != 0 &&
                         (thing->people || thing->low > kFew) && !told.adding;
    if (counted && stands_alone(*thing, told.counts)) {
      book({ref, figure, *thing, at, terms, told});
    }
  }
}

void Ledger::book(Count count) {
  for (auto& row : series_) {
    const auto from = row.size() > kLatestCompared ? row.end() - kLatestCompared : row.begin();
    const auto alike = std::count_if(from, row.end(), [&](const Count& each) {
      return could_become(each, count) && one_row(bench_.words, each, count);
    });
    if (2 * alike > row.end() - from) {
      const bool given = std::any_of(row.begin(), row.end(), [&](const Count& each) {
        return each.from.report == count.from.report;
      });
      if (!given) {
        row.push_back(std::move(count));
      }
      return;
    }
  }
  series_.push_back({std::move(count)});
}

void Ledger::close() {
  std::erase_if(series_, [](const Series& row) { return row.size() < 2; });
  for (std::size_t i = 0; i < series_.size(); ++i) {
    auto& row = series_[i];
    std::stable_sort(row.begin(), row.end(),
                     [](const Count& a, const Count& b) { return a.at < b.at; });
    for (const auto& count : row) {
      rows_[count.from].push_back(i);
    }
  }
}

const Series* Ledger::of(stories::StatementRef ref, const mentions::Figure& figure) const {
  const auto found = rows_.find(ref);
  if (found == rows_.end()) {
    return nullptr;
  }
  for (const auto row : found->second) {
    const auto& series = series_[row];
    if (std::any_of(series.begin(), series.end(), [&](const Count& each) {
          return each.from == ref && each.figure == &figure;
        })) {
      return &series;
    }
  }
  return nullptr;
}

bool overtakes(const Count& later, const Count& earlier) {
  const bool newer = later.at && earlier.at && *later.at > *earlier.at;
  return newer && differ(later, earlier) && could_become(earlier, later);
}

bool Ledger::is_outdated(stories::StatementRef ref) const {
  const auto found = rows_.find(ref);
  if (found == rows_.end()) {
    return false;
  }
  return std::all_of(found->second.begin(), found->second.end(), [&](std::size_t row) {
    const auto& series = series_[row];
    return std::all_of(series.begin(), series.end(), [&](const Count& each) {
      return each.from != ref || std::any_of(series.begin(), series.end(), [&](const Count& other) {
               return overtakes(other, each);
             });
    });
  });
}

}  // namespace factbox::factboxes
