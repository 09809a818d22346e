#include "factboxes/wholeness.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using language::Analysis;

bool inside_any(const std::vector<ByteRange>& ranges, ByteRange range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](ByteRange each) { return each.touches(range); });
}

std::string low(std::string_view word) {
  std::string out{word};
  for (auto& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool is_finite(std::string_view tag) {
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
}

/// Looks at the tokens of the hull, in order, and at what may be meant by those that point.
class Leaning {
 public:
  Leaning(const Analysis& analysis, const Shown& shown, const HouseStyle& style,
          const StoryWords& words)
      : analysis_(analysis), shown_(shown), style_(style), words_(words) {}

  std::string_view find() {
    if (!has_clause()) {
      return "no verb with a subject";
    }
    if (breaks_off()) {
      return "it breaks off";
    }
    if (runs_together() || repeats_itself()) {
      return "two sentences run together";
    }
    if (shown_.hull.in(analysis_.text()).starts_with('[')) {
      return "a note of the report's own";
    }
    if (counts_from_before()) {
      return "a time that counts from the sentence before";
    }
    for (const auto& phrase : style_.page_phrases) {
      if (holds_phrase(shown_.hull.in(analysis_.text()), phrase)) {
        return "words about a page or a picture";
      }
    }
    if (has_open_bracket()) {
      return "a bracket without its end";
    }
    for (auto token = analysis_.token_at(shown_.hull.begin);
         token < analysis_.size() && analysis_.range(token).begin < shown_.hull.end; ++token) {
      if (const auto why = look_at(token); !why.empty()) {
        return why;
      }
    }
    return "";
  }

 private:
  template <class Visit>
  void for_tokens(ByteRange range, Visit visit) const {
    for (auto token = analysis_.token_at(range.begin);
         token < analysis_.size() && analysis_.range(token).begin < range.end; ++token) {
      visit(token);
    }
  }

  /// Where a main clause has to stand: in the claim, or in all the words where they lead up to it.
  [[nodiscard]] std::vector<ByteRange> clause_ranges() const {
    return shown_.speaker_first ? std::vector<ByteRange>{shown_.hull} : shown_.kept;
  }

  /// A finite verb at the top of the words, with a subject.
  [[nodiscard]] bool has_clause() const {
    const auto ranges = clause_ranges();
    std::vector<std::uint32_t> tops;
    std::vector<std::uint32_t> all;
    for (const auto range : ranges) {
      for_tokens(range, [&](std::uint32_t token) {
        all.push_back(token);
        const auto head = analysis_.head(token);
        const bool top = head == token || !inside_any(ranges, analysis_.range(head));
        if (top && (analysis_.pos(token) == "VERB" || analysis_.pos(token) == "AUX")) {
          tops.push_back(token);
        }
      });
    }
    return std::any_of(tops.begin(), tops.end(), [&](std::uint32_t top) {
      return governs_first(top, all) && heads_clause(top, all);
    });
  }

  /// True for a finite verb with a subject, and no "as", "while", "because" before it.
  [[nodiscard]] bool heads_clause(std::uint32_t top, const std::vector<std::uint32_t>& all) const {
    bool finite = is_finite(analysis_.tag(top));
    bool subject = false;
    for (const auto token : all) {
      if (analysis_.head(token) != top || token == top) {
        continue;
      }
      const auto label = analysis_.label(token);
      if (label == "mark" && low(analysis_.word(token)) != "that") {
        return false;
      }
      finite = finite || (label.starts_with("aux") && is_finite(analysis_.tag(token)));
      subject = subject || label.find("subj") != std::string_view::npos || label == "expl";
    }
    return finite && subject;
  }

  /// True where the first word of the claim hangs on the verb: what is before the clause is part of
  /// it.
  [[nodiscard]] bool governs_first(std::uint32_t top, const std::vector<std::uint32_t>& all) const {
    auto token = all.front();
    for (const auto each : all) {
      if (analysis_.pos(each) != "PUNCT" && !analysis_.is_space(each)) {
        token = each;
        break;
      }
    }
    for (std::size_t steps = 0; token != top && steps < all.size(); ++steps) {
      const auto head = analysis_.head(token);
      if (head == token || !inside_any(clause_ranges(), analysis_.range(head))) {
        return false;
      }
      token = head;
    }
    return token == top;
  }

  /// The words end where a clause doesn't.
  [[nodiscard]] bool breaks_off() const {
    std::uint32_t last = analysis_.size();
    for_tokens(shown_.hull, [&](std::uint32_t token) {
      if (analysis_.pos(token) != "PUNCT" && !analysis_.is_space(token)) {
        last = token;
      }
    });
    if (last == analysis_.size()) {
      return true;
    }
    const auto tag = analysis_.tag(last);
    const auto label = analysis_.label(last);
    const bool after_comma = last > 0 && analysis_.word(last - 1) == ",";
    return tag == "DT" || tag == "CC" || tag == "TO" || tag == "PRP$" || tag == "WDT" ||
           tag == "MD" ||
           style_.line_lists.holds(LineList::wants_object, low(analysis_.word(last))) ||
           (tag == "IN" && (label == "prep" || label == "mark")) || (tag == "VBG" && after_comma);
  }

  /// A small word with a capital, and no mark before it: a heading and a sentence, or two
  /// sentences, run together.
  [[nodiscard]] bool runs_together() const {
    bool found = false;
    const auto first = analysis_.token_at(shown_.hull.begin);
    for_tokens(shown_.hull, [&](std::uint32_t token) {
      const auto word = analysis_.word(token);
      const auto tag = analysis_.tag(token);
      const bool small = tag == "DT" || tag == "IN" || tag == "PRP" || tag == "PRP$" ||
                         tag == "WRB" || tag == "CC" || tag == "EX";
      const bool capital = word[0] >= 'A' && word[0] <= 'Z' &&
                           (word == "A" || (word.size() > 1 && word[1] >= 'a' && word[1] <= 'z'));
      if (token == first || !small || !capital || in_name(token)) {
        return;
      }
      auto before = token - 1;
      while (before > first && closes_quotation(analysis_.word(before))) {
        --before;
      }
      found = found || (analysis_.pos(before) != "PUNCT" && !analysis_.is_space(before) &&
                        !analysis_.word(before).ends_with('.'));
    });
    return found;
  }

  static bool closes_quotation(std::string_view word) {
    return word == "\xE2\x80\x9D" || word == "\xE2\x80\x99" || word == "''";
  }

  [[nodiscard]] bool in_name(std::uint32_t token) const {
    const auto entities = analysis_.entities();
    const auto next = analysis_.word(std::min(token + 1, analysis_.size() - 1));
    const bool next_capital = next[0] >= 'A' && next[0] <= 'Z' && analysis_.tag(token) == "DT" &&
                              analysis_.pos(analysis_.head(token)) == "PROPN";
    return next_capital ||
           std::any_of(entities.begin(), entities.end(), [&](const language::EntitySpan& each) {
             return each.tokens.first < token && token < each.tokens.past;
           });
  }

  /// "A few minutes later, …", "Moments earlier, …".
  [[nodiscard]] bool counts_from_before() const {
    constexpr std::size_t kNear = 6;
    const auto words = words_of(shown_.hull.in(analysis_.text()));
    for (std::size_t i = 0; i < std::min(kNear, words.size()); ++i) {
      const auto& word = words[i].folded;
      if (word == "later" || word == "earlier" || word == "afterwards" || word == "afterward") {
        const auto behind = shown_.hull.begin + words[i].range.end;
        const ByteRange range{shown_.hull.begin + words[i].range.begin, behind};
        return analysis_.text().substr(behind).starts_with(",") &&
               !inside_any(shown_.replaced, range);
      }
    }
    return false;
  }

  /// Five words in a row twice: a heading repeated by its text.
  [[nodiscard]] bool repeats_itself() const {
    constexpr std::size_t kRun = 5;
    const auto words = words_of(shown_.hull.in(analysis_.text()));
    std::set<std::string> runs;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      std::string run;
      for (std::size_t j = i; j < i + kRun; ++j) {
        run += words[j].folded + " ";
      }
      if (!runs.insert(std::move(run)).second) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool has_open_bracket() const {
    int open = 0;
    int least = 0;
    for (const char c : shown_.hull.in(analysis_.text())) {
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      least = std::min(least, open);
    }
    return open != 0 || least < 0;
  }

  std::string_view look_at(std::uint32_t token) {
    const auto range = analysis_.range(token);
    if (inside_any(shown_.replaced, range)) {
      met_person_ = met_thing_ = true;
      return "";
    }
    auto found = style_.leaning_words.find(low(analysis_.word(token)));
    if (found == style_.leaning_words.end() && analysis_.pos(token) == "NOUN") {
      found = style_.leaning_words.find(low(analysis_.lemma(token)));
    }
    const bool in_claim = inside_any(shown_.kept, range);
    const auto pos = analysis_.pos(token);
    std::string_view why;
    if (found != style_.leaning_words.end() && in_claim) {
      why = judge(token, found->second);
    } else if (pos == "NOUN" && in_claim && is_bare(token) && !is_known(token)) {
      why = "a thing that is known only to who has read on";
    }
    if (analysis_.word(token) == "?" && !inside_any(shown_.quoted, range)) {
      return "a question";
    }
    if (is_time(token)) {
      return why;
    }
    if (pos == "PROPN") {
      met_person_ = met_thing_ = true;
    } else if (pos == "NOUN") {
      met_thing_ = true;
      met_person_ = met_person_ || analysis_.label(token) == "nsubj";
    }
    return why;
  }

  [[nodiscard]] bool is_time(std::uint32_t token) const {
    const auto entities = analysis_.entities();
    return std::any_of(entities.begin(), entities.end(), [&](const language::EntitySpan& each) {
      return (each.type == "DATE" || each.type == "TIME") && each.tokens.first <= token &&
             token < each.tokens.past;
    });
  }

  /// Why a word of a kind can't be understood here; empty where it can.
  [[nodiscard]] std::string_view judge(std::uint32_t token, const std::string& kind) const {
    if (is_understood(token, kind)) {
      return "";
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kReasons{{
        {"person", "a pronoun without a person"},
        {"thing", "\"it\" without a thing"},
        {"group", "\"they\" without a group"},
        {"speaker", "a first person outside a quotation"},
        {"reader", "a second person outside a quotation"},
        {"deictic", "\"this\" points out of the line"},
    }};
    for (const auto& [of, reason] : kReasons) {
      if (of == kind) {
        return reason;
      }
    }
    return "\"the move\" points out of the line";
  }

  [[nodiscard]] bool is_understood(std::uint32_t token, const std::string& kind) const {
    if (kind == "person") {
      return met_person_ || shown_.names_speaker;
    }
    if (kind == "thing") {
      return met_thing_ || is_expletive(token);
    }
    if (kind == "group") {
      return met_thing_ || met_person_ || (shown_.names_speaker && shown_.speaker_first);
    }
    if (kind == "speaker" || kind == "reader") {
      return inside_any(shown_.quoted, analysis_.range(token));
    }
    if (kind == "deictic") {
      return !points_out(token);
    }
    return kind == "known" || !(is_bare(token) || tells_when_said(token) || is_made(token));
  }

  /// What much of the story speaks of needs no telling.
  [[nodiscard]] bool is_known(std::uint32_t token) const {
    constexpr double kKnown = 0.25;
    const auto term = words_.find(low(analysis_.lemma(token)));
    return term && words_.weight(*term) >= kKnown;
  }

  /// "It is clear that …", "it was raining".
  [[nodiscard]] bool is_expletive(std::uint32_t token) const {
    if (low(analysis_.word(token)) != "it" || token + 1 >= analysis_.size()) {
      return false;
    }
    const auto head = analysis_.head(token);
    for (auto each = token + 1; each < analysis_.size() && each < token + 12; ++each) {
      const auto label = analysis_.label(each);
      if ((label == "ccomp" || label == "xcomp" || label == "csubj" || label == "advcl") &&
          analysis_.head(each) == head && analysis_.lemma(head) == "be") {
        return true;
      }
    }
    return false;
  }

  /// "this" alone, or "this plan" with nothing of that kind before it in the line.
  [[nodiscard]] bool points_out(std::uint32_t token) const {
    const auto word = low(analysis_.word(token));
    const auto tag = analysis_.tag(token);
    if (word == "that" && (tag == "IN" || tag == "WDT")) {
      return false;
    }
    if (tag == "EX") {
      return false;
    }
    if (word == "both") {
      return !met_thing_ && analysis_.label(token) != "preconj";
    }
    if (word == "here" || word == "same") {
      return !met_thing_;
    }
    // "this week" is a time: dates replace it, or it is flagged.
    const auto head = analysis_.head(token);
    const auto noun = analysis_.lemma(head);
    if (noun == "year" || noun == "month" || noun == "week" || noun == "time") {
      return false;
    }
    return !met_thing_;
  }

  /// A definite noun as subject with no more words to it: "the move", not "the move to ban salt".
  [[nodiscard]] bool is_bare(std::uint32_t token) const {
    const auto label = analysis_.label(token);
    if (met_thing_ || (label != "nsubj" && label != "nsubjpass")) {
      return false;
    }
    bool definite = false;
    for (auto each = token > 4 ? token - 4 : 0; each < analysis_.size() && each < token + 8;
         ++each) {
      if (each == token || analysis_.head(each) != token) {
        continue;
      }
      const auto child = analysis_.label(each);
      if (child == "det") {
        definite = definite || low(analysis_.word(each)) == "the" ||
                   low(analysis_.word(each)) == "that" || low(analysis_.word(each)) == "this";
      } else if (child != "punct" && child != "cc") {
        return false;
      }
    }
    return definite;
  }

  /// "The remarks by the official came after …": about words that stood before.
  [[nodiscard]] bool tells_when_said(std::uint32_t token) const {
    return analysis_.label(token) == "nsubj" && analysis_.lemma(analysis_.head(token)) == "come";
  }

  /// "… made the statement in a call": about words that stood before.
  [[nodiscard]] bool is_made(std::uint32_t token) const {
    return analysis_.label(token) == "dobj" && analysis_.lemma(analysis_.head(token)) == "make" &&
           token > 0 && low(analysis_.word(token - 1)) == "the";
  }

  const Analysis& analysis_;
  const Shown& shown_;
  const HouseStyle& style_;
  const StoryWords& words_;
  bool met_person_ = false;
  bool met_thing_ = false;
};

}  // namespace

std::string_view what_leans(const Analysis& analysis, const Shown& shown, const HouseStyle& style,
                            const StoryWords& words) {
  return Leaning{analysis, shown, style, words}.find();
}

}  // namespace factbox::factboxes
