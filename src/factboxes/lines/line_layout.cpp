#include "factboxes/lines/line_layout.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/letters.h"
#include "factboxes/lines/cuts.h"
#include "factboxes/lines/reach.h"
#include "factboxes/lines/shortening.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"
#include "texts/marks.h"

namespace factbox::factboxes {

namespace {

using statements::Kind;
using statements::Statement;
using texts::Quotation;

constexpr std::size_t kLongestClaim = 150;  // words; longer ones aren't looked at
constexpr std::size_t kMostWords = 45;      // of a claim on a page: attribution comes on top
constexpr std::size_t kLongClaim = 40;      // of a claim: longer ones lose their tails
constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kMostSentences = 2;
constexpr std::size_t kEnoughQuoted = 20;  // words after which a quotation takes no more sentences
constexpr std::string_view kClose = "\xE2\x80\x9D";

std::size_t count_words(std::string_view text, const std::vector<ByteRange>& ranges) {
  std::size_t count = 0;
  for (const auto range : ranges) {
    count += words_of(range.in(text)).size();
  }
  return count;
}

/// How many words a claim may have, so that its line with who says it stays short (RULES 5).
std::size_t words_enough(const Statement& statement, std::string_view text) {
  constexpr std::size_t kEnough = 35;
  constexpr std::size_t kLeast = 20;
  std::size_t around = 3;  // ", Tidal Post reported"
  for (const auto range : statement.cue) {
    around += words_of(range.in(text)).size();
  }
  for (const auto& member : statement.chain) {
    around += member.span ? words_of(member.span->in(text)).size() : 0;
  }
  return std::max(kLeast, kEnough - std::min(around, kEnough));
}

/// Keeps the quotation marks of what is shown in pairs.
class MarkPairer {
 public:
  MarkPairer(const Statement& statement, std::string_view text, LineLayout& layout)
      : statement_(statement), text_(text), layout_(layout) {}

  /// What can't be paired, or "".
  std::string_view pair_marks() {
    const auto quotations = texts::find_quotations(text_, layout_.hull);
    take_opening(quotations);
    // Inner ones first: their marks are closed first.
    for (std::size_t left = quotations.size(); left > 0; --left) {
      if (!pair(quotations[left - 1])) {
        return "quotation marks that don't pair";
      }
    }
    if (statement_.kind == Kind::quote && (within_quotation_ || layout_.quoted.empty())) {
      // The report's marks stand around more than is shown, or in an earlier paragraph.
      if (layout_.hull.begin != layout_.kept.front().begin ||
          layout_.hull.end != layout_.kept.back().end) {
        return "quotation marks that don't pair";
      }
      layout_.opens_quote = true;
      layout_.closing += kClose;
      layout_.quoted = {layout_.hull};
    }
    std::ranges::sort(layout_.quoted);
    if (std::any_of(layout_.quoted.begin(), layout_.quoted.end(), [&](ByteRange range) {
          return range.in(text_).find('\n') != std::string_view::npos;
        })) {
      return "a quotation over several paragraphs";
    }
    return layout_.hull.in(text_).find("\n\n") != std::string_view::npos ? "several paragraphs"
                                                                         : "";
  }

 private:
  /// Takes the marks in front of the claim along, where it ends its quotations or is one itself.
  void take_opening(std::span<const Quotation> quotations) {
    if (layout_.hull.begin != layout_.kept.front().begin) {
      return;
    }
    for (std::size_t left = quotations.size(); left > 0; --left) {
      const Quotation& one = quotations[left - 1];
      const bool ends_within = one.closed && one.inside.end < layout_.hull.end;
      if (one.opened && one.inside.begin == layout_.hull.begin &&
          (statement_.kind == Kind::quote || ends_within)) {
        layout_.hull.begin = one.whole.begin;
      }
    }
  }

  /// Stretches the hull over the mark that ends a quotation, and a stop before it.
  bool take_closing(const Quotation& one) {
    if (!one.closed || layout_.hull.end > one.inside.end) {
      return false;
    }
    const auto between = text_.substr(layout_.hull.end, one.inside.end - layout_.hull.end);
    if (between.size() > 1 || between.find_first_not_of(".,!?") != std::string_view::npos) {
      return false;
    }
    layout_.hull.end = one.whole.end;
    return true;
  }

  /// A quotation that begins in the hull and ends beyond it is closed where the line ends. None
  /// where nobody knows how far it goes.
  bool close_early(const Quotation& one) {
    const auto mark =
        texts::closing_of(text_.substr(one.whole.begin, one.inside.begin - one.whole.begin));
    if (mark.empty() || (!one.closed && !one.continues) || one.inside.end < layout_.hull.end) {
      return false;
    }
    layout_.closing += mark;
    return true;
  }

  /// Keeps a quotation's marks in pairs; false where the line would have one of them alone.
  bool pair(const Quotation& one) {
    ByteRange& hull = layout_.hull;
    if (!one.whole.touches(hull)) {
      return true;
    }
    const bool opens = one.opened && hull.begin <= one.whole.begin;
    const bool closes = one.closed && one.whole.end <= hull.end;
    if (opens && !closes && !take_closing(one) && !close_early(one)) {
      return false;
    }
    if (opens) {
      layout_.quoted.push_back({one.inside.begin, std::min(one.inside.end, hull.end)});
    } else if (one.opened && one.inside.begin <= hull.begin && hull.end <= one.inside.end) {
      within_quotation_ = true;
    }
    return opens || !closes;
  }

  const Statement& statement_;
  std::string_view text_;
  LineLayout& layout_;
  bool within_quotation_ = false;  ///< the hull lies in one and has neither of its marks
};

/// Lays out one statement, step by step; a step that fails says why.
class Layouter {
 public:
  Layouter(const statements::ReadReport& report, const Statement& statement,
           const HouseStyle& style)
      : report_(report),
        statement_(statement),
        style_(style),
        sheet_(report.of(statement.field)),
        text_(report.report->of(statement.field)) {}

  std::string_view lay_out() {
    layout_.content = statement_.content;
    std::sort(layout_.content.begin(), layout_.content.end());
    if (layout_.content.empty() || layout_.content.back().end > text_.size() ||
        sheet_.size() == 0) {
      return "no words of its own";
    }
    if (count_words(text_, layout_.content) > kLongestClaim) {
      return "too long";
    }
    keep();
    const auto words = count_words(text_, layout_.kept);
    if (layout_.kept.empty() || words < kFewestWords) {
      return "too short";
    }
    if (words > kMostWords) {
      return "too long";
    }
    const Reach reach = reach_of(report_, statement_, layout_.content, layout_.kept);
    layout_.hull = reach.hull;
    layout_.attributed = reach.attributed;
    layout_.speaker_first = reach.speaker_first;
    if (!layout_.speaker_first) {
      drop_second_that();
    }
    return MarkPairer{statement_, text_, layout_}.pair_marks();
  }

  LineLayout take() { return std::move(layout_); }

 private:
  void keep() {
    std::size_t sentences = 0;
    const auto enough = words_enough(statement_, text_);
    for (const auto range : layout_.content) {
      auto cuts = find_cuts(sheet_, range, style_, enough);
      if (const auto title = repeated_title(range); !title.empty()) {
        std::erase_if(cuts, [&](ByteRange each) { return each.touches(title); });
        cuts.insert(cuts.begin(), title);
        layout_.after_heading = true;
      }
      if (statement_.kind == Kind::quote) {
        if (const auto cut = surplus(range, sentences); !cut.empty()) {
          std::erase_if(cuts, [&](ByteRange each) { return each.touches(cut); });
          cuts.push_back(cut);
        }
      }
      auto kept = without(text_, range, cuts);
      std::erase_if(kept, [&](ByteRange each) { return is_remnant(each); });
      layout_.kept.insert(layout_.kept.end(), kept.begin(), kept.end());
      layout_.cuts.insert(layout_.cuts.end(), cuts.begin(), cuts.end());
    }
    if (statement_.kind != Kind::quote) {
      shorten();
    }
  }

  /// "[The mayor said that] gates were rusty and that piers were closed": with nobody before it who
  /// says so, the second "that" ties to nothing.
  void drop_second_that() {
    std::vector<ByteRange> kept;
    for (const auto range : layout_.kept) {
      std::vector<ByteRange> cuts;
      for_tokens(sheet_, range, [&](std::uint32_t token) {
        const bool second = token > 0 && sheet_.link(token) == texts::Link::marker &&
                            sheet_.word_class(token - 1) == texts::WordClass::coordinator &&
                            style_.lists(LineList::that, sheet_.word(token));
        if (second && sheet_.range(token - 1).begin >= range.begin) {
          cuts.push_back(sheet_.range(token));
        }
      });
      const auto left = cuts.empty() ? std::vector{range} : without(text_, range, cuts);
      kept.insert(kept.end(), left.begin(), left.end());
      layout_.cuts.insert(layout_.cuts.end(), cuts.begin(), cuts.end());
    }
    layout_.kept = std::move(kept);
    std::ranges::sort(layout_.cuts);
  }

  /// Takes asides and tails off a claim that is longer than RULES 5 wants it, until it isn't or
  /// nothing more can go.
  void shorten() {
    constexpr int kMostCuts = 3;
    const auto quotations = texts::find_quotations(text_, layout_.content.back());
    for (int cut = 0; cut < kMostCuts && !layout_.kept.empty(); ++cut) {
      const auto words = count_words(text_, layout_.kept);
      const ByteRange last = layout_.kept.back();
      if (words <= kLongClaim) {
        return;
      }
      auto gone = aside_to_cut(sheet_, last, style_, quotations);
      if (gone.empty()) {
        const LongClaim claim{last, told_as_fact(), words - kLongClaim};
        const auto from = tail_to_cut(sheet_, claim, style_, quotations);
        gone = from ? ByteRange{*from, last.end} : ByteRange{};
      }
      if (gone.empty()) {
        return;
      }
      layout_.kept.pop_back();
      const auto left = without(text_, last, {gone});
      layout_.kept.insert(layout_.kept.end(), left.begin(), left.end());
      layout_.cuts.push_back(gone);
    }
  }

  [[nodiscard]] bool told_as_fact() const {
    return statement_.modality == statements::Modality::asserted &&
           statement_.polarity == statements::Polarity::positive;
  }

  /// A word or two of another sentence, taken along by a misreading: behind a stop, without a verb.
  [[nodiscard]] bool is_remnant(ByteRange range) const {
    if (layout_.kept.empty() || statement_.kind == Kind::quote ||
        words_of(range.in(text_)).size() >= kFewestWords) {
      return false;
    }
    bool verb = false;
    for_tokens(sheet_, range,
               [&](std::uint32_t token) { verb = verb || texts::has_tense(sheet_.form(token)); });
    return !verb && sheet_.starts_sentence(sheet_.token_at(range.begin));
  }

  /// The report's headline, where its text begins with it once more and no mark behind it.
  [[nodiscard]] ByteRange repeated_title(ByteRange range) const {
    const auto title = words_of(report_.report->title);
    const auto words = words_of(range.in(text_));
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kFarthestLetter = 4;  // bytes of one
    if (statement_.field != Field::text || title.size() < kFewest ||
        words.size() < title.size() + kFewestWords) {
      return {};
    }
    const bool same =
        std::equal(title.begin(), title.end(), words.begin(),
                   [](const Word& one, const Word& other) { return one.folded == other.folded; });
    const auto next = range.begin + words[title.size()].range.begin;
    const auto past = range.begin + words[title.size() - 1].range.end;
    const bool goes_on =
        next == past + 1 && begins_with_capital(text_.substr(next, kFarthestLetter));
    return same && goes_on ? ByteRange{range.begin, next} : ByteRange{};
  }

  /// Of a long quotation, what stands behind its first sentences: all of `range`, where enough came
  /// before it.
  [[nodiscard]] ByteRange surplus(ByteRange range, std::size_t& before) const {
    if (before >= kMostSentences) {
      return range;
    }
    const auto quoted = range.in(text_);
    const auto sentences = sentences_of(quoted);
    std::size_t words = count_words(text_, layout_.kept);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      words += words_of(sentences[i].in(quoted)).size();
      ++before;
      if (i + 1 < sentences.size() && (before >= kMostSentences || words > kEnoughQuoted)) {
        before = kMostSentences;
        return {range.begin + sentences[i].end, range.end};
      }
    }
    return {};
  }

  const statements::ReadReport& report_;
  const Statement& statement_;
  const HouseStyle& style_;
  const texts::Sheet& sheet_;
  std::string_view text_;
  LineLayout layout_;
};

}  // namespace

std::optional<LineLayout> lay_out(const statements::ReadReport& report, const Statement& statement,
                                  const HouseStyle& style, std::string_view& why) {
  Layouter layouter{report, statement, style};
  why = layouter.lay_out();
  if (!why.empty()) {
    return std::nullopt;
  }
  return layouter.take();
}

}  // namespace factbox::factboxes
