#include "factboxes/layout/page_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "factboxes/layout/stated_roles.h"
#include "factboxes/lines/cuts.h"
#include "factboxes/lines/printed_dates.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

constexpr std::size_t kMostFigures = 12;
constexpr std::size_t kMostPeople = 20;      // with those whom no line names
constexpr std::size_t kMostRoles = 2;        // of one person
constexpr std::uint32_t kMainMentions = 2;   // of somebody whom no line names
constexpr std::uint32_t kLeastMentions = 3;  // of somebody of whom no report says who it is

bool kept(const Draft& draft, ByteRange range) {
  return std::any_of(draft.worded.evidence.begin(), draft.worded.evidence.end(),
                     [&](const Evidence& each) { return each.range.covers(range); });
}

std::string shown(double value) {
  constexpr double kExactlyWhole = 9e15;
  return std::trunc(value) == value && std::abs(value) < kExactlyWhole
             ? fmt::format("{}", static_cast<long long>(value))
             : fmt::format("{}", value);
}

std::string shown(const mentions::Figure& figure) {
  return figure.high ? fmt::format("[{},{}]", shown(figure.low), shown(*figure.high))
                     : shown(figure.low);
}

/// Collects the figures of a page.
class FigureReader {
 public:
  FigureReader(const Workbench& bench, const Ledger& ledger) : bench_(bench), ledger_(ledger) {
    for (std::uint32_t i = 0; i < bench.story.claims.size(); ++i) {
      if (const auto later = bench.story.claims[i].superseded_by) {
        before_[*later].push_back(i);
      }
    }
  }

  void read(const Printed& printed) {
    const auto& draft = *printed.draft;
    const auto& report = bench_.reports[draft.from.report];
    const auto field = bench_.statement(draft.from).field;
    for (const auto& figure : report.mentions.figures) {
      if (figure.where.field != field || !kept(draft, figure.where.range) ||
          !counts_something(figure)) {
        continue;
      }
      FigureEntry entry;
      entry.low = figure.low;
      entry.high = figure.high;
      entry.qualifier = figure.qualifier;
      entry.unit = figure.unit;
      entry.of = figure.of;
      entry.words = as_stated(figure, report.of(field), draft);
      entry.counted_by = counter(printed);
      entry.lines = {printed.line->id};
      const auto* series = ledger_.of(draft.from, figure);
      if (series != nullptr) {
        add_series(*series, entry.history);
      } else {
        std::set<std::uint32_t> seen;
        add_history(draft.claim, figure, entry.history, seen);
      }
      std::stable_sort(entry.history.begin(), entry.history.end(),
                       [](const auto& a, const auto& b) { return a.as_of < b.as_of; });
      // A figure that stayed while another of its claim moved has no history of its own.
      const auto stays = [](const auto& a, const auto& b) {
        return a.value == b.value && a.qualifier == b.qualifier;
      };
      entry.history.erase(std::unique(entry.history.begin(), entry.history.end(), stays),
                          entry.history.end());
      if (entry.history.size() < 2 && !matters(figure)) {
        continue;
      }
      enter(std::move(entry), series, draft.from);
    }
  }

  /// What moved and what most reports count comes first.
  std::vector<FigureEntry> take() {
    std::stable_sort(entered_.begin(), entered_.end(), [](const Entered& a, const Entered& b) {
      return (a.series == nullptr ? 0 : a.series->size()) >
             (b.series == nullptr ? 0 : b.series->size());
    });
    std::vector<FigureEntry> entries;
    for (auto& entered : entered_) {
      if (entries.size() < kMostFigures) {
        entries.push_back(std::move(entered.entry));
      }
    }
    return entries;
  }

 private:
  /// A figure of the list, and the row of the ledger that it stands in.
  struct Entered {
    FigureEntry entry;
    const Series* series = nullptr;
    const Count* count = nullptr;  ///< in the row
  };

  /// Of one row of the ledger the newest figure stands, with the lines of all.
  void enter(FigureEntry entry, const Series* series, stories::StatementRef from) {
    const Count* count = nullptr;
    for (std::size_t i = 0; series != nullptr && i < series->size(); ++i) {
      count = (*series)[i].from == from ? &(*series)[i] : count;
    }
    const auto known = std::find_if(entered_.begin(), entered_.end(), [&](const Entered& each) {
      return series != nullptr && each.series == series;
    });
    if (known == entered_.end()) {
      entered_.push_back({std::move(entry), series, count});
      return;
    }
    if (overtakes(*count, *known->count)) {
      std::swap(known->entry, entry);
      known->count = count;
    }
    for (auto& line : entry.lines) {
      if (std::find(known->entry.lines.begin(), known->entry.lines.end(), line) ==
          known->entry.lines.end()) {
        known->entry.lines.push_back(std::move(line));
      }
    }
  }

  /// How a count moved, by all who gave it.
  void add_series(const Series& series, std::vector<FigureEntry::Past>& history) const {
    for (const auto& count : series) {
      history.push_back({shown(*count.figure), count.figure->qualifier,
                         count.at ? to_iso(*count.at) : "",
                         bench_.reports[count.from.report].report->id});
    }
  }

  /// The figure with what it counts where that stands beside it: "dozens of foreign delegations",
  /// "28 members of a family".
  [[nodiscard]] std::string as_stated(const mentions::Figure& figure, const texts::Sheet& sheet,
                                      const Draft& draft) {
    const auto text = sheet.text();
    ByteRange words = figure.where.range;
    if (figure.of_range && figure.of_range->begin >= words.end) {
      const auto between = text.substr(words.end, figure.of_range->begin - words.end);
      const bool beside = between == " " || between == "-" || between == " of " ||
                          between == " of the " || between.empty();
      words.end = beside ? std::max(words.end, figure.of_range->end) : words.end;
    }
    constexpr std::size_t kMostWords = 7;
    const auto next = sheet.token_at(words.end);
    if (next < sheet.size() && bench_.style.lists(LineList::of, sheet.word(next)) &&
        words.covers(sheet.range(sheet.head(next)))) {
      const auto tail = subtree(sheet, next);
      const auto more = sheet.bytes(tail);
      if (tail.size() > 1 && tail.size() <= kMostWords && tail.first == next && kept(draft, more)) {
        words.end = more.end;
      }
    }
    return std::string{words.in(text)};
  }

  [[nodiscard]] static std::string counter(const Printed& printed) {
    if (printed.line->attribution.empty()) {
      return {};
    }
    const auto& member = printed.line->attribution.front().member;
    auto name = member.name.empty() ? member.description : member.name;
    for (const auto* article : {"A ", "An ", "The "}) {
      if (member.name.empty() && name.starts_with(article)) {
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
      }
    }
    return name;
  }

  /// What the story counts: people, money and shares, and what several of its reports speak of.
  [[nodiscard]] bool matters(const mentions::Figure& figure) const {
    constexpr double kFew = 3;  // "one strike", "two officials": told by the line well enough
    if (figure.low <= kFew && !figure.high && figure.unit != "percentage") {  // not English: a unit
      return false;
    }
    // not English: names of units.
    if (figure.unit == "people" || figure.unit == "percentage" || figure.unit == "dollar") {
      return true;
    }
    constexpr std::size_t kLeastBytes = 6;  // "two": the report leaves out what it counts
    const auto counted = figure.unit.substr(figure.unit.rfind(' ') + 1);  // npos + 1: all of it
    if (figure.unit.empty() || (figure.of.empty() && figure.where.range.size() < kLeastBytes)) {
      return false;
    }
    if (bench_.style.light_words.contains(counted)) {
      return counted.size() < figure.unit.size();  // "cubic metre": no mere length
    }
    constexpr double kLeastReports = 2;
    const auto term = bench_.words.find(counted);
    return term &&
           bench_.words.weight(*term) * 3 * static_cast<double>(bench_.story.reports.size()) >=
               kLeastReports;
  }

  /// The figure and those of the claims that it replaced.
  void add_history(std::uint32_t claim, const mentions::Figure& like,
                   std::vector<FigureEntry::Past>& history, std::set<std::uint32_t>& seen) const {
    std::vector<std::uint32_t> open{claim};
    while (!open.empty()) {
      const auto each = open.back();
      open.pop_back();
      if (!seen.insert(each).second) {
        continue;
      }
      add_past(each, like, history);
      if (const auto earlier = before_.find(each); earlier != before_.end()) {
        open.insert(open.end(), earlier->second.begin(), earlier->second.end());
      }
    }
  }

  void add_past(std::uint32_t claim, const mentions::Figure& like,
                std::vector<FigureEntry::Past>& history) const {
    const auto ref = bench_.story.claims[claim].representative;
    const auto& report = bench_.reports[ref.report];
    const auto& statement = bench_.statement(ref);
    for (const auto& figure : report.mentions.figures) {
      const bool inside =
          figure.where.field == statement.field &&
          std::any_of(statement.content.begin(), statement.content.end(),
                      [&](ByteRange range) { return range.covers(figure.where.range); });
      if (inside && figure.unit == like.unit && figure.of == like.of) {
        const auto& published = report.report->published_at;
        history.push_back({shown(figure), figure.qualifier,
                           published ? to_iso(published->first) : "", report.report->id});
        return;
      }
    }
  }

  const Workbench& bench_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> before_;
  const Ledger& ledger_;
  std::vector<Entered> entered_;
};

/// The country or body that most of the titles stated with somebody name ("Iranian Foreign
/// Minister"); none where two are named as often.
std::string side_of(const Workbench& bench, const KnownPerson& known) {
  std::map<std::string, std::size_t> sides;
  for (const auto index : bench.story.reports) {
    for (const auto& entity : bench.reports[index].mentions.entities) {
      for (const auto& role : entity.roles) {
        if (entity.id == known.entity && !role.of.empty()) {
          ++sides[role.of];
        }
      }
    }
  }
  std::string most;
  std::size_t count = 0;
  for (const auto& [side, stated] : sides) {
    if (stated >= count) {
      most = stated == count ? "" : side;
      count = stated;
    }
  }
  return most;
}

/// Whom lines name stays; of the others only the most often named, as far as the list has room.
void leave_main(std::vector<Person>& people) {
  const auto named = static_cast<std::size_t>(
      std::count_if(people.begin(), people.end(), [](const Person& person) {
        return person.roles.empty() || !person.roles.front().lines.empty();
      }));
  auto room = kMostPeople > named ? kMostPeople - named : 0;
  std::erase_if(people, [&](const Person& person) {
    const bool in_lines = person.roles.empty() || !person.roles.front().lines.empty();
    if (in_lines || room > 0) {
      room -= in_lines ? 0 : 1;
      return false;
    }
    return true;
  });
}

/// The lines that name somebody.
std::vector<std::string> lines_naming(const std::vector<Printed>& printed, const Person& person) {
  std::vector<std::string> lines;
  for (const auto& each : printed) {
    const auto& text = each.line->text;
    if (holds_phrase(text, person.name) ||
        (!person.surname.empty() && holds_phrase(text, person.surname))) {
      lines.push_back(each.line->id);
    }
  }
  return lines;
}

}  // namespace

std::vector<Person> people_of(const Workbench& bench, const std::vector<Printed>& printed,
                              const NameSettler& names, const StatedRoles& roles) {
  std::vector<Person> people;
  for (std::uint32_t index = 0; index < bench.people.all().size(); ++index) {
    const auto& known = bench.people.all()[index];
    const auto stated = roles.of(index);
    const bool met = names.met().contains(index);
    const bool acts = !stated.empty() && known.mentions >= kMainMentions;
    const bool plain = stated.empty() && known.mentions < kLeastMentions;
    if (known.name.empty() || (met ? plain : !acts)) {
      continue;
    }
    Person person;
    person.entity = known.entity;
    person.name = known.name;
    // Whom no line names is called by no surname there.
    person.surname = met ? names.surname(index) : std::string{};
    person.mentions = known.mentions;
    person.delegation = side_of(bench, known);
    const auto lines = met ? lines_naming(printed, person) : std::vector<std::string>{};
    for (const auto& role : std::span{stated}.first(std::min(stated.size(), kMostRoles))) {
      person.roles.push_back({role.title, role.of, lines, role.evidence});
    }
    people.push_back(std::move(person));
  }
  std::stable_sort(people.begin(), people.end(),
                   [](const Person& a, const Person& b) { return a.mentions > b.mentions; });
  leave_main(people);
  return people;
}

std::vector<FigureEntry> figures_of(const Workbench& bench, const std::vector<Printed>& printed,
                                    const Ledger& ledger) {
  FigureReader reader{bench, ledger};
  for (const auto& each : printed) {
    reader.read(each);
  }
  return reader.take();
}

std::vector<TimelineEntry> timeline_of(const std::vector<Printed>& printed) {
  std::vector<TimelineEntry> entries;
  for (const auto& each : printed) {
    if (!each.draft->event.empty()) {
      entries.push_back({each.draft->event, each.line->id});
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return entries;
}

}  // namespace factbox::factboxes
