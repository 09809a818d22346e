#include "factboxes/lines/reach.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "factboxes/lines/cuts.h"
#include "factboxes/words.h"
#include "texts/parts.h"

namespace factbox::factboxes {
using texts::Form;
using texts::Link;

namespace {

using statements::Kind;
using statements::Statement;

constexpr std::size_t kWidestGap = 14;  // words between claim and attribution

/// The bytes of the sentences that hold the claim.
ByteRange sentence_span(const texts::Sheet& sheet, std::span<const ByteRange> kept) {
  const auto last = sheet.size() - 1;
  const auto first_token = std::min(sheet.token_at(kept.front().begin), last);
  const auto last_token = std::min(sheet.token_at(kept.back().end - 1), last);
  const auto sentences = sheet.sentences();
  return {sheet.bytes(sentences[sheet.sentence_of(first_token)]).begin,
          sheet.bytes(sentences[sheet.sentence_of(last_token)]).end};
}

/// Takes the sentence's own attribution along, where little stands between it and the claim.
class Reacher {
 public:
  Reacher(const statements::ReadReport& report, const Statement& statement,
          std::span<const ByteRange> content, std::span<const ByteRange> kept)
      : report_(report),
        statement_(statement),
        sheet_(report.of(statement.field)),
        text_(report.report->of(statement.field)),
        content_(content),
        kept_(kept) {}

  /// Takes the sentence's own attribution along.
  Reach run() {
    reach_.hull = {kept_.front().begin, kept_.back().end};
    const auto sentence = sentence_span(sheet_, kept_);
    std::vector<ByteRange> near;
    const auto consider = [&](ByteRange range) {
      if (!range.empty() && sentence.covers(range)) {
        near.push_back(range);
      }
    };
    std::for_each(statement_.cue.begin(), statement_.cue.end(), consider);
    std::for_each(statement_.source.begin(), statement_.source.end(), consider);
    for (const auto& member : statement_.chain) {
      consider(member.span.value_or(ByteRange{}));
    }
    for (const auto& other : report_.statements) {
      if (wraps(other)) {
        std::for_each(other.cue.begin(), other.cue.end(), consider);
        std::for_each(other.source.begin(), other.source.end(), consider);
      }
    }
    if (near.empty()) {
      return reach_;
    }
    auto hull = reach_.hull;
    for (const auto range : near) {
      hull = {std::min(hull.begin, range.begin), std::max(hull.end, range.end)};
    }
    if (!joins_well(hull, near)) {
      return reach_;
    }
    reach_.speaker_first = hull.begin < reach_.hull.begin;
    if (const auto length = static_cast<std::uint32_t>(texts::dateline_length(hull.in(text_)));
        reach_.speaker_first && hull.begin + length < reach_.hull.begin) {
      hull.begin += length;
    }
    reach_.hull = hull;
    reach_.attributed = true;
    take_listeners(sentence);
    take_time_in_front(sentence);
    take_time_behind(sentence);
    return reach_;
  }

 private:
  /// "…, she told reporters": who tells, tells somebody.
  void take_listeners(ByteRange sentence) {
    constexpr std::uint32_t kMostListeners = 6;
    if (reach_.hull.end == kept_.back().end) {
      return;
    }
    const auto verb = sheet_.token_at(reach_.hull.end - 1);
    const auto past = std::min(verb + 1 + kMostListeners, sheet_.size());
    for (auto token = verb + 1; token < past; ++token) {
      const Link link = sheet_.link(token);
      if (sheet_.head(token) != verb || (link != Link::object && link != Link::indirect_object)) {
        continue;
      }
      const auto listeners = subtree(sheet_, token);
      if (listeners.first == verb + 1 && listeners.past <= past &&
          sheet_.range(listeners.past - 1).end <= sentence.end) {
        reach_.hull.end = sheet_.range(listeners.past - 1).end;
      }
      return;
    }
  }

  /// "In 2004, the agency reported that …": when it was said, before who said it.
  void take_time_in_front(ByteRange sentence) {
    for (const auto& time : report_.mentions.times) {
      const auto range = time.where.range;
      if (time.where.field != statement_.field || range.begin < sentence.begin ||
          range.end > reach_.hull.begin || reach_.hull.begin - range.end > 2) {
        continue;
      }
      const auto between = text_.substr(range.end, reach_.hull.begin - range.end);
      if (between == ", " || between == " ") {
        auto first = sheet_.token_at(range.begin);
        if (first > 0 && sheet_.range(first - 1).begin >= sentence.begin &&
            sheet_.form(first - 1) == Form::preposition) {
          --first;
        }
        const auto past = sheet_.token_at(range.end - 1) + 1;
        if (!hangs_before({first, past})) {
          reach_.hull.begin = sheet_.range(first).begin;
        }
        return;
      }
    }
  }

  /// "Though talks resume soon, the unions rejected …": a time of another clause than theirs.
  [[nodiscard]] bool hangs_before(texts::TokenRange words) const {
    for (auto token = words.first; token < words.past; ++token) {
      const auto head = sheet_.head(token);
      if (head < words.first && !reach_.hull.covers(sheet_.range(head))) {
        return true;
      }
    }
    return false;
  }

  /// "…, the agency said on Tuesday".
  void take_time_behind(ByteRange sentence) {
    if (reach_.hull.end == kept_.back().end) {
      return;
    }
    for (const auto& time : report_.mentions.times) {
      const auto range = time.where.range;
      if (time.where.field != statement_.field || range.begin < reach_.hull.end ||
          range.end > sentence.end) {
        continue;
      }
      const auto between = text_.substr(reach_.hull.end, range.begin - reach_.hull.end);
      if (between == " " || between == " on " || between == " in " || between == " late " ||
          between == " early ") {
        reach_.hull.end = range.end;
        return;
      }
    }
  }

  /// True where little stands between claim and attribution, and no other claim of the report.
  [[nodiscard]] bool joins_well(ByteRange hull, const std::vector<ByteRange>& near) const {
    auto taken = near;
    taken.insert(taken.end(), content_.begin(), content_.end());
    std::sort(taken.begin(), taken.end());
    auto at = hull.begin;
    for (const auto range : taken) {
      if (range.begin > at && !joins({at, range.begin})) {
        return false;
      }
      at = std::max(at, range.end);
    }
    return true;
  }

  /// True for a statement that somebody made this statement: the chain goes on with it.
  [[nodiscard]] bool wraps(const Statement& other) const {
    return &other != &statement_ && other.field == statement_.field && other.kind != Kind::plain &&
           std::any_of(other.content.begin(), other.content.end(), [&](ByteRange range) {
             return range.covers({content_.front().begin, content_.back().end});
           });
  }

  [[nodiscard]] bool joins(ByteRange gap) const {
    const auto words = gap.in(text_);
    if (words.find('\n') != std::string_view::npos || words_of(words).size() > kWidestGap) {
      return false;
    }
    for (const auto& other : report_.statements) {
      if (&other == &statement_ || other.field != statement_.field || other.kind == Kind::plain ||
          wraps(other)) {
        continue;
      }
      for (const auto range : other.content) {
        if (range.touches(gap)) {
          return false;
        }
      }
    }
    return true;
  }

  const statements::ReadReport& report_;
  const Statement& statement_;
  const texts::Sheet& sheet_;
  std::string_view text_;
  std::span<const ByteRange> content_, kept_;
  Reach reach_;
};

}  // namespace

Reach reach_of(const statements::ReadReport& report, const Statement& statement,
               std::span<const ByteRange> content, std::span<const ByteRange> kept) {
  return Reacher{report, statement, content, kept}.run();
}

}  // namespace factbox::factboxes
