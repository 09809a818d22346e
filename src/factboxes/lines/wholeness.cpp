#include "factboxes/lines/wholeness.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "factboxes/lines/cuts.h"
#include "factboxes/lines/no_news.h"
#include "factboxes/lines/shown_tokens.h"
#include "factboxes/words.h"

namespace factbox::factboxes {
namespace {

using language::Analysis;

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
    if (!has_clause() || claims_nothing()) {
      return "no verb with a subject";
    }
    if (breaks_off() || lacks_beginning() || lacks_end() || lacks_its_but()) {
      return "it breaks off";
    }
    if (asks_or_goes_on()) {
      return "it goes on from the sentence before";
    }
    if (const auto why = what_is_no_news(analysis_, shown_, style_); !why.empty()) {
      return why;
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
      for_tokens(analysis_, range, [&](std::uint32_t token) {
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

  /// "… denied that diplomats meeting in Vienna": what is said has no verb of its own.
  [[nodiscard]] bool claims_nothing() const {
    const auto first = analysis_.token_at(shown_.kept.front().begin);
    if (!shown_.speaker_first || first == 0 || low(analysis_.word(first - 1)) != "that") {
      return false;
    }
    bool finite = false;
    for (const auto range : shown_.kept) {
      for_tokens(analysis_, range,
                 [&](std::uint32_t token) { finite = finite || is_finite(analysis_.tag(token)); });
    }
    return !finite;
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
    return finite && (subject || takes_dateline_for_subject(top, all.front()));
  }

  /// "OSTER, May 3 (Reuters) - Sund and Orin agreed …": the place is taken for who agreed, and who
  /// did hangs on it.
  [[nodiscard]] bool takes_dateline_for_subject(std::uint32_t top, std::uint32_t first) const {
    bool subject = false;
    for_tokens(analysis_, dateline_before(first), [&](std::uint32_t token) {
      subject = subject || (analysis_.head(token) == top &&
                            analysis_.label(token).find("subj") != std::string_view::npos);
    });
    return subject && (analysis_.pos(first) == "PROPN" || analysis_.pos(first) == "NOUN");
  }

  /// The dateline that ends where a token begins; empty where none does.
  [[nodiscard]] ByteRange dateline_before(std::uint32_t first) const {
    const auto sentence = analysis_.sentences()[analysis_.sentence_of(first)];
    const auto end = analysis_.range(first).begin;
    const auto line = analysis_.text().substr(0, end).rfind('\n');  // npos + 1 is 0
    const auto begin =
        std::max(analysis_.range(sentence.first).begin, static_cast<std::uint32_t>(line + 1));
    const auto length = dateline_length(analysis_.text().substr(begin));
    return begin + length == end ? ByteRange{begin, end} : ByteRange{};
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
    const auto dateline = dateline_before(token);
    for (std::size_t steps = 0; token != top && steps < all.size(); ++steps) {
      const auto head = analysis_.head(token);
      const bool in_dateline = dateline.covers(analysis_.range(head));
      if (head == token || (!in_dateline && !inside_any(clause_ranges(), analysis_.range(head)))) {
        return false;
      }
      token = head;
    }
    return token == top;
  }

  /// The words end where a clause doesn't.
  [[nodiscard]] bool breaks_off() const {
    std::uint32_t last = analysis_.size();
    for_tokens(analysis_, shown_.hull, [&](std::uint32_t token) {
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

  /// Whether a token outside the hull, in the same sentence, hangs on a word inside it, by itself
  /// or by words outside, in a way that leaves the inner word without what it needs.
  [[nodiscard]] bool is_needed(std::uint32_t token,
                               std::initializer_list<std::string_view> labels) const {
    const auto sentence = analysis_.sentences()[analysis_.sentence_of(token)];
    for (std::size_t steps = 0; steps < sentence.size(); ++steps) {
      const auto head = analysis_.head(token);
      if (head == token) {
        return false;
      }
      if (shown_.hull.covers(analysis_.range(head))) {
        const auto label = analysis_.label(token);
        return std::find(labels.begin(), labels.end(), label) != labels.end();
      }
      token = head;
    }
    return false;
  }

  /// "[Just hours after the] minister's remarks, …", "[While] the government supports …, it …".
  [[nodiscard]] bool lacks_beginning() const {
    const auto first = analysis_.token_at(shown_.hull.begin);
    if (first == 0 || first >= analysis_.size() ||
        analysis_.sentence_of(first - 1) != analysis_.sentence_of(first)) {
      return false;
    }
    const auto before = first - 1;
    return low(analysis_.word(before)) != "that" && analysis_.pos(before) != "PUNCT" &&
           !analysis_.is_space(before) &&
           is_needed(before, {"det", "mark", "amod", "compound", "poss", "nummod", "case"});
  }

  /// "… after it breached [the country's airspace]".
  [[nodiscard]] bool lacks_end() const {
    const auto past = analysis_.token_at(shown_.hull.end);
    if (past == 0 || past >= analysis_.size() ||
        analysis_.sentence_of(past - 1) != analysis_.sentence_of(past)) {
      return false;
    }
    return analysis_.pos(past) != "PUNCT" && !analysis_.is_space(past) &&
           !inside_any(shown_.replaced, analysis_.range(past)) &&
           is_needed(past, {"dobj", "pobj", "acomp", "attr", "xcomp", "ccomp", "oprd", "pcomp"});
  }

  /// "The deal has weaknesses[, but it should be kept]": half of what was said turns it round.
  [[nodiscard]] bool lacks_its_but() const {
    auto next = analysis_.token_at(shown_.hull.end);
    if (next > 0 && next < analysis_.size() && analysis_.word(next) == ",") {
      ++next;
    }
    return next > 0 && next < analysis_.size() && analysis_.word(next) == "but" &&
           analysis_.sentence_of(next) ==
               analysis_.sentence_of(analysis_.token_at(shown_.hull.end - 1));
  }

  /// "Who said that …", "Whose members met …": a clause, cut off from what it belongs to.
  [[nodiscard]] bool asks_or_goes_on() const {
    for (auto token = analysis_.token_at(shown_.hull.begin);
         token < analysis_.size() && analysis_.range(token).begin < shown_.hull.end; ++token) {
      if (analysis_.pos(token) == "PUNCT" || analysis_.is_space(token)) {
        continue;
      }
      const auto word = low(analysis_.word(token));
      return word == "who" || word == "whose" || word == "whom" || word == "which";
    }
    return false;
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
    const auto pos = analysis_.pos(token);
    if (analysis_.word(token) == "US") {  // the country
      found = style_.leaning_words.end();
    }
    const bool in_claim = inside_any(shown_.kept, range);
    std::string_view why;
    if (found != style_.leaning_words.end() && in_claim) {
      why = judge(token, found->second);
    } else if (pos == "NOUN" && in_claim && is_bare(token) && !is_known(token)) {
      why = "a thing that is known only to who has read on";
    }
    if (analysis_.word(token) == "?" && !inside_any(shown_.quoted, range)) {
      return "a question";
    }
    if (is_time(analysis_, token)) {
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
