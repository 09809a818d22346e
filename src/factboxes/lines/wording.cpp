#include "factboxes/lines/wording.h"

#include <algorithm>

#include "factboxes/lines/chain_words.h"
#include "factboxes/lines/line_layout.h"
#include "factboxes/lines/replacements.h"
#include "factboxes/lines/wholeness.h"
#include "factboxes/words.h"
#include "texts/marks.h"

namespace factbox::factboxes {
namespace {

constexpr std::string_view kOpen = "\xE2\x80\x9C";
constexpr std::string_view kCut = " [\xE2\x80\xA6]";
constexpr std::size_t kMostWords = 60;

bool inside_any(const std::vector<ByteRange>& ranges, ByteRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange each) { return each.touches(range); });
}

/// Takes the bytes of the hull from left to right and gives pieces.
class Emitter {
 public:
  Emitter(const statements::ReadReport& report, Field field, const LineLayout& layout,
          const Replacements& replacements)
      : report_(*report.report), field_(field), layout_(layout), replacements_(replacements) {}

  Wording emit() {
    if (layout_.opens_quote) {
      wording_.push_back(frame(kOpen));
    }
    auto at = layout_.hull.begin;
    auto next = replacements_.all.begin();
    while (at < end()) {
      if (next != replacements_.all.end() && next->range.begin <= at) {
        wording_.insert(wording_.end(), next->by.begin(), next->by.end());
        at = std::max(at, next->range.end);
        ++next;
        continue;
      }
      auto stop = next == replacements_.all.end() ? end() : std::min(end(), next->range.begin);
      at = run(at, stop);
    }
    close();
    return std::move(wording_);
  }

 private:
  [[nodiscard]] std::uint32_t end() const { return layout_.hull.end; }

  /// One run of bytes that are alike: cut, of the claim, or around it. Gives where it ends.
  std::uint32_t run(std::uint32_t at, std::uint32_t stop) {
    for (const auto cut : layout_.cuts) {
      if (cut.begin <= at && at < cut.end) {
        wording_.push_back(frame(inside_any(layout_.quoted, {at, at + 1}) ? kCut : " "));
        if (cut.end < end() && starts_word(cut.end)) {
          wording_.push_back(frame(" "));
        }
        return std::min(cut.end, end());
      }
      if (cut.begin > at) {
        stop = std::min(stop, cut.begin);
      }
    }
    for (const auto kept : layout_.kept) {
      if (kept.begin <= at && at < kept.end) {
        return add({at, std::min(stop, kept.end)}, Part::statement);
      }
      if (kept.begin > at) {
        stop = std::min(stop, kept.begin);
      }
    }
    return add({at, stop}, Part::attribution);
  }

  [[nodiscard]] bool starts_word(std::uint32_t at) const {
    const auto words = words_of(std::string_view{report_.of(field_)}.substr(at, 8));
    return !words.empty() && words.front().range.begin == 0;
  }

  std::uint32_t add(ByteRange range, Part part) {
    const auto words = range.in(report_.of(field_));
    if (words_of(words).empty()) {
      wording_.push_back(frame(words));
    } else {
      wording_.push_back(
          {std::string{words}, evidence_at(report_, {field_, range}, part), std::nullopt});
    }
    return range.end;
  }

  /// Takes the stop from the end, since attribution follows; inside a quotation the words before
  /// the mark stay as they are but for it.
  void close() {
    std::string closing;
    while (!wording_.empty()) {
      auto& words = wording_.back().words;
      if (const auto mark = texts::mark_at_end(words); mark > 0) {
        closing.insert(0, words, words.size() - mark);
        words.resize(words.size() - mark);
      } else if (!ends_abbreviated(words) && !words.empty() &&
                 std::string_view{". ,\n:;"}.find(words.back()) != std::string_view::npos) {
        words.pop_back();
      } else if (words.empty() && !wording_.back().evidence) {
        wording_.pop_back();
      } else {
        break;
      }
    }
    wording_.push_back(frame(closing + layout_.closing));
  }

  const reports::Report& report_;
  Field field_;
  const LineLayout& layout_;
  const Replacements& replacements_;
  Wording wording_;
};

std::string shown_statement(std::string_view text, const std::vector<ByteRange>& kept) {
  std::string statement;
  for (const auto range : kept) {
    for (const char c : range.in(text)) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) {
        statement += c;
      } else if (!statement.empty() && statement.back() != ' ') {
        statement += ' ';
      }
    }
    statement += ' ';
  }
  if (!statement.empty()) {
    statement.pop_back();
  }
  return statement;
}

Shown what_is_shown(const LineLayout& layout, const Replacements& replacements,
                    const statements::Statement& statement) {
  Shown shown{layout.hull,          layout.kept,         {}, layout.quoted, false,
              layout.speaker_first, layout.after_heading};
  for (const auto& each : replacements.all) {
    if (each.names) {
      shown.replaced.push_back(each.range);
    }
  }
  for (const auto& member : statement.chain) {
    // Who acts in the claim itself stands in it as any subject does.
    shown.names_speaker = shown.names_speaker || (member.role == statements::Role::speaker &&
                                                  statement.kind != statements::Kind::plain);
  }
  return shown;
}

/// "Emanuel Karlin", where the page prints "Emmanuel Kharlin": the chain has the name that its line
/// shows.
void settle_spelling(statements::ChainMember& member, const People& people) {
  const auto person = people.of_id(member.entity);
  if (!person || member.name.empty()) {
    return;
  }
  const auto& settled = people.all()[*person].name;
  if (is_other_spelling(member.name, settled)) {
    member.name = settled;
  }
}

}  // namespace

std::optional<Worded> word_statement(const statements::ReadReport& report,
                                     const statements::Statement& statement,
                                     const WordingRules& rules, std::string_view* why) {
  std::string_view reason;
  const auto fail = [&](std::string_view because) {
    if (why != nullptr) {
      *why = because;
    }
    return std::nullopt;
  };
  const auto layout = lay_out(report, statement, rules.style, reason);
  if (!layout) {
    return fail(reason);
  }
  const auto replacements = find_replacements(report, statement, *layout, rules, reason);
  if (!replacements) {
    return fail(reason);
  }
  const auto& sheet = report.of(statement.field);
  reason =
      what_leans(sheet, what_is_shown(*layout, *replacements, statement), rules.style, rules.words);
  if (!reason.empty()) {
    return fail(reason);
  }
  auto tail = chain_words(report, statement, *layout, rules);
  if (!tail) {
    return fail("somebody in its chain whom the report doesn't name");
  }
  Worded worded;
  worded.wording = Emitter{report, statement.field, *layout, *replacements}.emit();
  std::move(tail->begin(), tail->end(), std::back_inserter(worded.wording));
  worded.words = words_of(text_of(worded.wording)).size();
  if (worded.words > kMostWords) {
    return fail("too long with its attribution");
  }
  worded.statement = shown_statement(report.report->of(statement.field), layout->kept);
  for (const auto range : layout->kept) {
    worded.evidence.push_back(
        evidence_at(*report.report, {statement.field, range}, Part::statement));
  }
  worded.attribution = attribution_of(report, statement, rules.outlets);
  for (auto& [member, id, field] : worded.attribution) {
    for (const auto& source : replacements->sources) {
      if (member.span == source.span) {
        member.name = source.name;
      }
    }
    settle_spelling(member, rules.people);
  }
  worded.unresolved_time = replacements->unresolved_time;
  return worded;
}

}  // namespace factbox::factboxes
