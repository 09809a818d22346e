#include "outputs/line_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/instant.h"
#include "outputs/dates.h"
#include "outputs/page_moment.h"
#include "outputs/readable.h"

namespace factbox::outputs {
namespace {

using factboxes::Evidence;
using factboxes::Line;
using factboxes::Part;

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// readable() for words in the midst of a sentence: white space at their ends is kept, as one
/// space.
std::string readable_piece(std::string_view words) {
  const auto inside = readable(words);
  if (inside.empty()) {
    return words.empty() ? "" : " ";
  }
  return (is_blank(words.front()) ? " " : "") + inside + (is_blank(words.back()) ? " " : "");
}

/// The words of the line in its sentence, and those between them.
std::vector<ViewPiece> pieces_of(const Evidence& shown, const Line& line) {
  if (!shown.sentence) {
    return {{readable(shown.text), true}};
  }
  std::vector<ByteRange> used{shown.range};
  for (const auto& each : line.evidence) {
    if (each.report == shown.report && each.field == shown.field &&
        shown.sentence->covers(each.range)) {
      used.push_back(each.range);
    }
  }
  std::sort(used.begin(), used.end());
  std::vector<ViewPiece> pieces;
  const auto words_in = [&](std::uint32_t begin, std::uint32_t end) {
    const std::string_view context = shown.context;
    return context.substr(begin - shown.sentence->begin, end - begin);
  };
  std::uint32_t at = shown.sentence->begin;
  for (const auto range : used) {
    if (range.end <= at) {
      continue;
    }
    if (range.begin > at) {
      pieces.push_back({readable_piece(words_in(at, range.begin)), false});
      at = range.begin;
    }
    const auto words = readable_piece(words_in(at, range.end));
    if (!pieces.empty() && pieces.back().used) {
      pieces.back().words += words;
    } else {
      pieces.push_back({words, true});
    }
    at = range.end;
  }
  if (at < shown.sentence->end) {
    pieces.push_back({readable_piece(words_in(at, shown.sentence->end)), false});
  }
  return pieces;
}

bool flagged(const Line& line, std::string_view flag) {
  return std::find(line.flags.begin(), line.flags.end(), flag) != line.flags.end();
}

std::string note_of(const Line& line) {
  std::vector<std::string> notes;
  const auto& weight = line.corroboration;
  if (weight.origins >= 2) {
    notes.push_back(fmt::format("{} independent origins", weight.origins));
    if (weight.reports.size() > weight.origins) {
      notes.back() += fmt::format(", {} reports", weight.reports.size());
    }
  }
  if (flagged(line, "anonymous")) {
    notes.emplace_back("source not named");
  }
  if (flagged(line, "disputed")) {
    notes.emplace_back("disputed");
  }
  if (line.status == factboxes::Status::corrected) {
    notes.emplace_back("corrected");
  } else if (line.status == factboxes::Status::updated) {
    notes.emplace_back("updated");
  } else if (line.status == factboxes::Status::withdrawn) {
    notes.emplace_back("withdrawn");
  }
  if (line.edited) {
    notes.emplace_back("edited");
  }
  return fmt::format("{}", fmt::join(notes, " · "));
}

}  // namespace

std::string day_named(std::string_view time) {
  constexpr std::size_t kDay = 10;
  constexpr std::size_t kMonth = 7;
  for (const auto length : {kDay, kMonth}) {
    const auto read = time.size() >= length ? read_time(time.substr(0, length))
                                            : Result<PrintedTime>{tl::unexpected(Error{})};
    const bool whole = time.size() == length || time[length] == 'T';
    if (read && whole && read->precision == (length == kDay ? Precision::day : Precision::month)) {
      return std::string{time.substr(0, length)};
    }
  }
  return "";
}

LineViewer::LineViewer(const factboxes::Factbox& page, const CitedSources& cited,
                       const OutputOptions& options)
    : page_(page), cited_(cited), options_(options), one_outlet_(one_outlet_of(page)) {
  for (std::size_t c = 0; c < page.contradictions.size(); ++c) {
    for (std::size_t s = 0; s < page.contradictions[c].sides.size(); ++s) {
      for (const auto& id : page.contradictions[c].sides[s]) {
        stands_[id].push_back({c, s});
      }
    }
  }
}

ViewLine LineViewer::view(const Line& line, const Line* above) const {
  return {.id = line.id,
          .text = text_of(line),
          .mark = above != nullptr ? mark_of(line, *above) : "",
          .note = note_of(line),
          .date = {},
          .sources = cited_.of(line),
          .evidence = evidence_of(line)};
}

/// Where one outlet reported everything, the page's head says so, and lines needn't.
std::string LineViewer::text_of(const Line& line) const {
  auto text = readable(line.text);
  if (one_outlet_.empty() || line.edited) {
    return text;
  }
  const auto tail = ", " + readable(one_outlet_) + " reported.";
  if (text.size() > tail.size() && text.ends_with(tail)) {
    text.resize(text.size() - tail.size());
    text += text.ends_with('.') ? "" : ".";
  }
  return text;
}

std::string LineViewer::mark_of(const Line& line, const Line& above) const {
  const auto mine = stands_.find(line.id);
  const auto other = stands_.find(above.id);
  if (mine == stands_.end() || other == stands_.end()) {
    return "";
  }
  for (const auto a : mine->second) {
    for (const auto b : other->second) {
      if (a.contradiction == b.contradiction && a.side != b.side) {
        return "Differs from the line above";
      }
    }
  }
  return "";
}

ViewTime LineViewer::date_of(const Line& line) const {
  const auto as_of = read_time(page_.as_of);
  const auto printed = [&](const std::string& day) {
    auto words = print_date(day, options_.timezone);
    if (as_of &&
        day.substr(0, 4) == to_iso(shown_at(as_of->first, options_.timezone)).substr(0, 4)) {
      words.resize(words.size() - std::string_view{" 2026"}.size());
    }
    return words;
  };
  const auto event = line.event ? day_named(line.event->value) : "";
  // What has happened can't be younger than the page: such a day is of something else.
  if (const auto time = read_time(event); time && (!as_of || time->first <= as_of->first)) {
    return {printed(event), event};
  }
  const auto reported = read_time(line.first_reported);
  if (!reported || reported->precision == Precision::year ||
      reported->precision == Precision::month) {
    return {};
  }
  const bool moment = reported->precision == Precision::second;
  const auto day =
      to_iso_day(moment ? shown_at(reported->first, options_.timezone) : reported->first);
  return {"reported " + printed(day), day};
}

ViewEvidence LineViewer::evidence_of(const Evidence& evidence, const Line& line) const {
  ViewEvidence view{.source = cited_.number(evidence.report),
                    .outlet = {},
                    .published = {},
                    .pieces = pieces_of(evidence, line)};
  if (view.source != 0) {
    const auto& source = cited_.source(view.source);
    view.outlet = readable(source.outlet);
    view.published = print_time(source.published, options_.timezone);
  }
  return view;
}

std::vector<ViewEvidence> LineViewer::evidence_of(const Line& line) const {
  std::vector<ViewEvidence> views;
  std::vector<const Evidence*> shown;
  for (const auto& evidence : line.evidence) {
    const bool again =
        evidence.sentence && std::any_of(shown.begin(), shown.end(), [&](const Evidence* other) {
          return std::tie(other->report, other->field, other->sentence) ==
                 std::tie(evidence.report, evidence.field, evidence.sentence);
        });
    if (evidence.part != Part::statement || again) {
      continue;
    }
    shown.push_back(&evidence);
    views.push_back(evidence_of(evidence, line));
  }
  // The words of the others that the line cites for telling the same.
  const auto cited = cited_.of(line);
  for (const auto& telling : line.corroboration.tellings) {
    if (std::ranges::count(cited, cited_.number(telling.report)) > 0) {
      views.push_back(evidence_of(telling, line));
    }
  }
  return views;
}

}  // namespace factbox::outputs
