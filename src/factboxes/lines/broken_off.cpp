#include "factboxes/lines/broken_off.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "factboxes/lines/cuts.h"
#include "factboxes/words.h"
#include "texts/clauses.h"
#include "texts/parts.h"

namespace factbox::factboxes {
using texts::Form;
using texts::kNoToken;
using texts::Link;
using texts::Token;
using texts::WordClass;

namespace {

using texts::Sheet;

/// Looks at the clause that the words make.
class ShownClause {
 public:
  ShownClause(const Sheet& sheet, const Shown& shown, const HouseStyle& style)
      : sheet_(sheet), shown_(shown), style_(style) {}

  [[nodiscard]] std::string_view find() const {
    if (!has_clause() || claims_nothing()) {
      return "no verb with a subject";
    }
    return breaks_off() || lacks_beginning() || lacks_end() || lacks_its_but() ? "it breaks off"
                                                                               : "";
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
    return std::any_of(tops.begin(), tops.end(),
                       [&](std::uint32_t top) {
                         return governs_first(top, all) && heads_clause(top, all);
                       }) ||
           (shown_.after_heading && reads_as_clause(all));
  }

  /// A noun, and then a verb with tense: as much as can be told where a headline tore the parse.
  [[nodiscard]] bool reads_as_clause(const std::vector<std::uint32_t>& all) const {
    bool noun = false;
    for (const auto token : all) {
      if (noun && texts::has_tense(sheet_.form(token))) {
        return true;
      }
      noun = noun || texts::is_noun(sheet_.form(token));
    }
    return false;
  }

  /// "… denied that diplomats meeting in Vienna": what is said has no verb of its own.
  [[nodiscard]] bool claims_nothing() const {
    const auto first = sheet_.token_at(shown_.kept.front().begin);
    if (!shown_.speaker_first || first == 0 ||
        !style_.lists(LineList::that, low(sheet_.word(first - 1)))) {
      return false;
    }
    bool finite = false;
    for (const auto range : shown_.kept) {
      for_tokens(sheet_, range,
                 [&](Token token) { finite = finite || texts::has_tense(sheet_.form(token)); });
    }
    return !finite;
  }

  /// True for a finite verb with a subject, and no "as", "while", "because" before it.
  [[nodiscard]] bool heads_clause(std::uint32_t top, const std::vector<std::uint32_t>& all) const {
    const auto is_shown = [&](Token token) {
      return token != kNoToken && std::binary_search(all.begin(), all.end(), token);
    };
    const texts::Clause clause = texts::clause_of(sheet_, top);
    if (is_shown(clause.marker) && !style_.lists(LineList::that, low(sheet_.word(clause.marker)))) {
      return false;
    }
    const bool subject = is_shown(clause.subject) || is_shown(clause.stand_in);
    return is_shown(clause.finite) && (subject || takes_dateline_for_subject(top, all.front()));
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
    const auto length = texts::dateline_length(sheet_.text().substr(begin));
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
    if (first == 0 || first >= sheet_.size() || shown_.after_heading ||
        sheet_.sentence_of(first - 1) != sheet_.sentence_of(first)) {
      return false;
    }
    const auto before = first - 1;
    if (ties_speaker(before)) {
      return false;
    }
    return !style_.lists(LineList::that, low(sheet_.word(before))) &&
           sheet_.word_class(before) != WordClass::punctuation && !sheet_.is_space(before) &&
           is_needed(before, {Link::determiner, Link::marker, Link::adjective, Link::compound,
                              Link::possessor, Link::number, Link::case_mark});
  }

  /// "[While] the mayor said …": the claim itself needs no such word before who says it.
  [[nodiscard]] bool ties_speaker(std::uint32_t token) const {
    const auto verb = sheet_.range(sheet_.head(token));
    return sheet_.link(token) == Link::marker && shown_.speaker_first && shown_.hull.covers(verb) &&
           !inside_any(shown_.kept, verb) &&
           !style_.modality_cues.contains(low(sheet_.word(token)));
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
    return next > 0 && next < sheet_.size() && style_.lists(LineList::but, sheet_.word(next)) &&
           sheet_.sentence_of(next) == sheet_.sentence_of(sheet_.token_at(shown_.hull.end - 1)) &&
           !another_speaks(next);
  }

  /// "…, but inspectors said …": what others say turns nothing round.
  [[nodiscard]] bool another_speaks(std::uint32_t from) const {
    constexpr std::uint32_t kNear = 12;
    const auto past = std::min(sheet_.size(), from + kNear);
    for (auto token = from + 1; token < past; ++token) {
      if (sheet_.link(token) != Link::subject) {
        continue;
      }
      const auto verb = sheet_.head(token);
      bool tells = false;
      for (auto each = verb + 1; each < sheet_.size() && each < verb + kNear; ++each) {
        tells =
            tells || (sheet_.head(each) == verb && sheet_.link(each) == Link::clause_complement);
      }
      return tells && texts::is_noun(sheet_.form(token));
    }
    return false;
  }

  const Sheet& sheet_;
  const Shown& shown_;
  const HouseStyle& style_;
};

}  // namespace

std::string_view what_breaks_off(const Sheet& sheet, const Shown& shown, const HouseStyle& style) {
  return ShownClause{sheet, shown, style}.find();
}

}  // namespace factbox::factboxes
