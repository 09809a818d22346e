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
using texts::Form;
using texts::Link;
using texts::WordClass;

namespace {

using texts::Sheet;

bool is_finite(Form form) {
  return form == Form::past_verb || form == Form::third_person_verb || form == Form::present_verb ||
         form == Form::modal;
}

/// Looks at the tokens of the hull, in order, and at what may be meant by those that point.
class Leaning {
 public:
  Leaning(const Sheet& sheet, const Shown& shown, const HouseStyle& style, const StoryWords& words)
      : sheet_(sheet), shown_(shown), style_(style), words_(words) {}

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
    if (const auto why = what_is_no_news(sheet_, shown_, style_); !why.empty()) {
      return why;
    }
    for (auto token = sheet_.token_at(shown_.hull.begin);
         token < sheet_.size() && sheet_.range(token).begin < shown_.hull.end; ++token) {
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
      for_tokens(sheet_, range, [&](std::uint32_t token) {
        all.push_back(token);
        const auto head = sheet_.head(token);
        const bool top = head == token || !inside_any(ranges, sheet_.range(head));
        if (top && (sheet_.word_class(token) == WordClass::verb ||
                    sheet_.word_class(token) == WordClass::auxiliary)) {
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
    const auto first = sheet_.token_at(shown_.kept.front().begin);
    if (!shown_.speaker_first || first == 0 || low(sheet_.word(first - 1)) != "that") {
      return false;
    }
    bool finite = false;
    for (const auto range : shown_.kept) {
      for_tokens(sheet_, range,
                 [&](std::uint32_t token) { finite = finite || is_finite(sheet_.form(token)); });
    }
    return !finite;
  }

  /// True for a finite verb with a subject, and no "as", "while", "because" before it.
  [[nodiscard]] bool heads_clause(std::uint32_t top, const std::vector<std::uint32_t>& all) const {
    bool finite = is_finite(sheet_.form(top));
    bool subject = false;
    for (const auto token : all) {
      if (sheet_.head(token) != top || token == top) {
        continue;
      }
      const Link link = sheet_.link(token);
      if (link == Link::marker && low(sheet_.word(token)) != "that") {
        return false;
      }
      finite = finite || (texts::is_any_auxiliary(link) && is_finite(sheet_.form(token)));
      subject = subject || texts::is_some_subject(link) || link == Link::expletive;
    }
    return finite && (subject || takes_dateline_for_subject(top, all.front()));
  }

  /// "OSTER, May 3 (Reuters) - Sund and Orin agreed …": the place is taken for who agreed, and who
  /// did hangs on it.
  [[nodiscard]] bool takes_dateline_for_subject(std::uint32_t top, std::uint32_t first) const {
    bool subject = false;
    for_tokens(sheet_, dateline_before(first), [&](std::uint32_t token) {
      subject =
          subject || (sheet_.head(token) == top && texts::is_some_subject(sheet_.link(token)));
    });
    return subject && (sheet_.word_class(first) == WordClass::name ||
                       sheet_.word_class(first) == WordClass::noun);
  }

  /// The dateline that ends where a token begins; empty where none does.
  [[nodiscard]] ByteRange dateline_before(std::uint32_t first) const {
    const auto sentence = sheet_.sentences()[sheet_.sentence_of(first)];
    const auto end = sheet_.range(first).begin;
    const auto line = sheet_.text().substr(0, end).rfind('\n');  // npos + 1 is 0
    const auto begin =
        std::max(sheet_.range(sentence.first).begin, static_cast<std::uint32_t>(line + 1));
    const auto length = dateline_length(sheet_.text().substr(begin));
    return begin + length == end ? ByteRange{begin, end} : ByteRange{};
  }

  /// True where the first word of the claim hangs on the verb: what is before the clause is part of
  /// it.
  [[nodiscard]] bool governs_first(std::uint32_t top, const std::vector<std::uint32_t>& all) const {
    auto token = all.front();
    for (const auto each : all) {
      if (sheet_.word_class(each) != WordClass::punctuation && !sheet_.is_space(each)) {
        token = each;
        break;
      }
    }
    const auto dateline = dateline_before(token);
    for (std::size_t steps = 0; token != top && steps < all.size(); ++steps) {
      const auto head = sheet_.head(token);
      const bool in_dateline = dateline.covers(sheet_.range(head));
      if (head == token || (!in_dateline && !inside_any(clause_ranges(), sheet_.range(head)))) {
        return false;
      }
      token = head;
    }
    return token == top;
  }

  /// The words end where a clause doesn't.
  [[nodiscard]] bool breaks_off() const {
    std::uint32_t last = sheet_.size();
    for_tokens(sheet_, shown_.hull, [&](std::uint32_t token) {
      if (sheet_.word_class(token) != WordClass::punctuation && !sheet_.is_space(token)) {
        last = token;
      }
    });
    if (last == sheet_.size()) {
      return true;
    }
    const Form form = sheet_.form(last);
    const Link link = sheet_.link(last);
    const bool after_comma = last > 0 && sheet_.word(last - 1) == ",";
    return form == Form::determiner || form == Form::coordinator || form == Form::infinitive_mark ||
           form == Form::possessive_pronoun || form == Form::question_determiner ||
           form == Form::modal ||
           style_.line_lists.holds(LineList::wants_object, low(sheet_.word(last))) ||
           (form == Form::preposition && (link == Link::preposition || link == Link::marker)) ||
           (form == Form::present_participle && after_comma);
  }

  /// Whether a token outside the hull, in the same sentence, hangs on a word inside it, by itself
  /// or by words outside, in a way that leaves the inner word without what it needs.
  [[nodiscard]] bool is_needed(std::uint32_t token, std::initializer_list<Link> links) const {
    const auto sentence = sheet_.sentences()[sheet_.sentence_of(token)];
    for (std::size_t steps = 0; steps < sentence.size(); ++steps) {
      const auto head = sheet_.head(token);
      if (head == token) {
        return false;
      }
      if (shown_.hull.covers(sheet_.range(head))) {
        const Link link = sheet_.link(token);
        return std::ranges::find(links, link) != links.end();
      }
      token = head;
    }
    return false;
  }

  /// "[Just hours after the] minister's remarks, …", "[While] the government supports …, it …".
  [[nodiscard]] bool lacks_beginning() const {
    const auto first = sheet_.token_at(shown_.hull.begin);
    if (first == 0 || first >= sheet_.size() ||
        sheet_.sentence_of(first - 1) != sheet_.sentence_of(first)) {
      return false;
    }
    const auto before = first - 1;
    return low(sheet_.word(before)) != "that" &&
           sheet_.word_class(before) != WordClass::punctuation && !sheet_.is_space(before) &&
           is_needed(before, {Link::determiner, Link::marker, Link::adjective, Link::compound,
                              Link::possessor, Link::number, Link::case_mark});
  }

  /// "… after it breached [the country's airspace]".
  [[nodiscard]] bool lacks_end() const {
    const auto past = sheet_.token_at(shown_.hull.end);
    if (past == 0 || past >= sheet_.size() ||
        sheet_.sentence_of(past - 1) != sheet_.sentence_of(past)) {
      return false;
    }
    return sheet_.word_class(past) != WordClass::punctuation && !sheet_.is_space(past) &&
           !inside_any(shown_.replaced, sheet_.range(past)) &&
           is_needed(past, {Link::object, Link::prepositional_object, Link::adjective_complement,
                            Link::attribute, Link::open_complement, Link::clause_complement,
                            Link::object_predicate, Link::prepositional_clause});
  }

  /// "The deal has weaknesses[, but it should be kept]": half of what was said turns it round.
  [[nodiscard]] bool lacks_its_but() const {
    auto next = sheet_.token_at(shown_.hull.end);
    if (next > 0 && next < sheet_.size() && sheet_.word(next) == ",") {
      ++next;
    }
    return next > 0 && next < sheet_.size() && sheet_.word(next) == "but" &&
           sheet_.sentence_of(next) == sheet_.sentence_of(sheet_.token_at(shown_.hull.end - 1));
  }

  /// "Who said that …", "Whose members met …": a clause, cut off from what it belongs to.
  [[nodiscard]] bool asks_or_goes_on() const {
    for (auto token = sheet_.token_at(shown_.hull.begin);
         token < sheet_.size() && sheet_.range(token).begin < shown_.hull.end; ++token) {
      if (sheet_.word_class(token) == WordClass::punctuation || sheet_.is_space(token)) {
        continue;
      }
      const auto word = low(sheet_.word(token));
      return word == "who" || word == "whose" || word == "whom" || word == "which";
    }
    return false;
  }

  std::string_view look_at(std::uint32_t token) {
    const auto range = sheet_.range(token);
    if (inside_any(shown_.replaced, range)) {
      met_person_ = met_thing_ = true;
      return "";
    }
    auto found = style_.leaning_words.find(low(sheet_.word(token)));
    if (found == style_.leaning_words.end() && sheet_.word_class(token) == WordClass::noun) {
      found = style_.leaning_words.find(low(sheet_.lemma(token)));
    }
    const WordClass word_class = sheet_.word_class(token);
    if (sheet_.word(token) == "US") {  // the country
      found = style_.leaning_words.end();
    }
    const bool in_claim = inside_any(shown_.kept, range);
    std::string_view why;
    if (found != style_.leaning_words.end() && in_claim) {
      why = judge(token, found->second);
    } else if (word_class == WordClass::noun && in_claim && is_bare(token) && !is_known(token)) {
      why = "a thing that is known only to who has read on";
    }
    if (sheet_.word(token) == "?" && !inside_any(shown_.quoted, range)) {
      return "a question";
    }
    if (is_time(sheet_, token)) {
      return why;
    }
    if (word_class == WordClass::name) {
      met_person_ = met_thing_ = true;
    } else if (word_class == WordClass::noun) {
      met_thing_ = true;
      met_person_ = met_person_ || sheet_.link(token) == Link::subject;
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
      return inside_any(shown_.quoted, sheet_.range(token));
    }
    if (kind == "deictic") {
      return !points_out(token);
    }
    return kind == "known" || !(is_bare(token) || tells_when_said(token) || is_made(token));
  }

  /// What much of the story speaks of needs no telling.
  [[nodiscard]] bool is_known(std::uint32_t token) const {
    constexpr double kKnown = 0.25;
    const auto term = words_.find(low(sheet_.lemma(token)));
    return term && words_.weight(*term) >= kKnown;
  }

  /// "It is clear that …", "it was raining".
  [[nodiscard]] bool is_expletive(std::uint32_t token) const {
    if (low(sheet_.word(token)) != "it" || token + 1 >= sheet_.size()) {
      return false;
    }
    const auto head = sheet_.head(token);
    for (auto each = token + 1; each < sheet_.size() && each < token + 12; ++each) {
      const Link link = sheet_.link(each);
      if ((link == Link::clause_complement || link == Link::open_complement ||
           link == Link::clause_subject || link == Link::adverbial_clause) &&
          sheet_.head(each) == head && sheet_.lemma(head) == "be") {
        return true;
      }
    }
    return false;
  }

  /// "this" alone, or "this plan" with nothing of that kind before it in the line.
  [[nodiscard]] bool points_out(std::uint32_t token) const {
    const auto word = low(sheet_.word(token));
    const Form form = sheet_.form(token);
    if (word == "that" && (form == Form::preposition || form == Form::question_determiner)) {
      return false;
    }
    if (form == Form::existential) {
      return false;
    }
    if (word == "both") {
      return !met_thing_ && sheet_.link(token) != Link::preconjunction;
    }
    if (word == "here" || word == "same") {
      return !met_thing_;
    }
    // "this week" is a time: dates replace it, or it is flagged.
    const auto head = sheet_.head(token);
    const auto noun = sheet_.lemma(head);
    if (noun == "year" || noun == "month" || noun == "week" || noun == "time") {
      return false;
    }
    return !met_thing_;
  }

  /// A definite noun as subject with no more words to it: "the move", not "the move to ban salt".
  [[nodiscard]] bool is_bare(std::uint32_t token) const {
    const Link link = sheet_.link(token);
    if (met_thing_ || (link != Link::subject && link != Link::passive_subject)) {
      return false;
    }
    bool definite = false;
    for (auto each = token > 4 ? token - 4 : 0; each < sheet_.size() && each < token + 8; ++each) {
      if (each == token || sheet_.head(each) != token) {
        continue;
      }
      const auto child = sheet_.link(each);
      if (child == Link::determiner) {
        definite = definite || low(sheet_.word(each)) == "the" ||
                   low(sheet_.word(each)) == "that" || low(sheet_.word(each)) == "this";
      } else if (child != Link::punctuation && child != Link::coordinator) {
        return false;
      }
    }
    return definite;
  }

  /// "The remarks by the official came after …": about words that stood before.
  [[nodiscard]] bool tells_when_said(std::uint32_t token) const {
    return sheet_.link(token) == Link::subject && sheet_.lemma(sheet_.head(token)) == "come";
  }

  /// "… made the statement in a call": about words that stood before.
  [[nodiscard]] bool is_made(std::uint32_t token) const {
    return sheet_.link(token) == Link::object && sheet_.lemma(sheet_.head(token)) == "make" &&
           token > 0 && low(sheet_.word(token - 1)) == "the";
  }

  const Sheet& sheet_;
  const Shown& shown_;
  const HouseStyle& style_;
  const StoryWords& words_;
  bool met_person_ = false;
  bool met_thing_ = false;
};

}  // namespace

std::string_view what_leans(const Sheet& sheet, const Shown& shown, const HouseStyle& style,
                            const StoryWords& words) {
  return Leaning{sheet, shown, style, words}.find();
}

}  // namespace factbox::factboxes
