#include "statements/content/placement.h"

#include <algorithm>

#include "base/letters.h"
#include "statements/content/modality.h"

namespace factbox::statements {
using texts::Form;
using texts::Link;

namespace {

bool is_dash(std::string_view word) {
  return word == "--" || word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94";
}
bool is_end_mark(std::string_view word) {
  return word == "?" || word == "!" || word == "..." || word == "\xE2\x80\xA6" || word == ".";
}

/// Looks to both sides of one source clause.
class Placer {
 public:
  Placer(const Reading& reading, const SourceClause& clause, Shapes shapes)
      : reading_(reading),
        clause_(clause),
        shapes_(shapes),
        sentence_(reading.sentences()[reading.sentence_of(clause.verb)]) {}

  Placement run() {
    look_left();
    look_right();
    if (right_joined_ && take_right()) {
      if (left_quote_ >= 0 && right_quote_ >= 0) {
        take_left();
      }
    } else if (left_adjacent_ && interrupted()) {
      take_both();
    } else if (left_adjacent_ && take_left()) {
      if (right_quote_ >= 0) {
        take_right();
      }
    } else if (right_quote_ >= 0) {
      take_right();
    }
    std::ranges::sort(placed_.content, {}, &TokenRange::first);
    return std::move(placed_);
  }

 private:
  [[nodiscard]] Token skip_space(Token at) const {
    while (at < sentence_.past && reading_.words().is_space(at)) {
      ++at;
    }
    return at;
  }

  void look_left() {
    // "…, adding that": what hangs on another verb points to the right only.
    if (clause_.borrowed_subject && reading_.form(clause_.verb) == Form::present_participle) {
      return;
    }
    // A verb that the parser joined to a subject before the sentence has nothing on its left here.
    Token at = std::max(clause_.tokens.first, sentence_.first);
    while (at > sentence_.first && reading_.words().is_space(at - 1)) {
      --at;
    }
    if (at == sentence_.first) {
      // `"Will you go?" he asked`: the quotation is a sentence of its own.
      if (at == 0 || reading_.starts_paragraph(at)) {
        return;
      }
      while (at > 0 && reading_.words().is_space(at - 1)) {
        --at;
      }
      left_quote_ = at > 0 ? reading_.closes(at - 1) : -1;
      left_adjacent_ = left_quote_ >= 0;
      left_past_ = at;
      return;
    }
    const Token before = at - 1;
    left_past_ = before;
    const std::string_view mark = reading_.word(before);
    left_quote_ = reading_.closes(before);
    if (left_quote_ < 0 && mark == "," && before > sentence_.first) {
      left_quote_ = reading_.closes(before - 1);
    }
    left_adjacent_ = left_quote_ >= 0 || mark == "," || is_dash(mark) || is_end_mark(mark) ||
                     reading_.is_quotation_mark(before);
  }

  void look_right() {
    find_complement();
    Token at = skip_space(clause_.tokens.past);
    if (at >= sentence_.past) {
      return;
    }
    right_comma_ = reading_.word(at) == ",";
    const bool colon = reading_.word(at) == ":";
    if (right_comma_ || colon) {
      at = skip_space(at + 1);
    }
    const bool that = at < sentence_.past && reading_.is(at, StatementList::that);
    if (that) {
      ++at;
    }
    right_first_ = at;
    right_quote_ = at < sentence_.past ? reading_.opens(at) : -1;
    const bool direct =
        complement_ != kNoToken && reading_.left_edge(complement_) <= at + 1 && !right_comma_;
    const bool quoted = right_quote_ >= 0 && (!right_comma_ || left_quote_ < 0);
    right_joined_ = that || direct || colon || quoted;
    if (!right_joined_) {
      look_further_right(at);
    }
  }

  void find_complement() {
    for (const Token child : reading_.children(clause_.verb)) {
      if (child > clause_.verb && reading_.link(child) == Link::clause_complement) {
        complement_ = child;
        return;
      }
    }
  }

  /// Words that don't stand right behind the clause.
  void look_further_right(Token at) {
    // A long circumstance may stand between: "said in an interview after the talks that …".
    if (!right_comma_ && complement_ != kNoToken) {
      right_first_ = std::max(reading_.left_edge(complement_), at);
      right_joined_ = right_first_ < sentence_.past;
      if (reading_.is(right_first_, StatementList::that)) {
        ++right_first_;
      }
      right_quote_ =
          right_joined_ && right_first_ < sentence_.past ? reading_.opens(right_first_) : -1;
      placed_.clean = false;
      return;
    }
    // "Reuters reported, according to …, Clinton tried": only a comma parts them.
    const bool opens_sentence = clause_.tokens.first <= sentence_.first + 2 && !left_adjacent_;
    if (right_comma_ && opens_sentence && right_first_ < sentence_.past &&
        reading_.has_finite({right_first_, sentence_.past})) {
      right_joined_ =
          !is_aside(right_first_) || reading_.is(right_first_, StatementList::according);
      placed_.clean = false;
    }
  }

  [[nodiscard]] bool is_aside(Token first) const {
    const Form form = reading_.form(first);
    return form == Form::present_participle || form == Form::preposition ||
           form == Form::question_adverb || form == Form::coordinator ||
           form == Form::question_determiner;
  }

  /// "The deal, he said, is dead": no clause before it, and one goes on behind it.
  [[nodiscard]] bool interrupted() const {
    if (left_quote_ >= 0 || !right_comma_ || right_first_ >= sentence_.past) {
      return false;
    }
    const TokenRange left{sentence_.first, left_past_};
    const TokenRange right{right_first_, sentence_.past};
    return !is_claim(left) && is_claim(right) && shapes_.clause;
  }

  void take_both() {
    const Token first = left_start();
    add(reading_.trimmed({first, left_past_}));
    add(reading_.trimmed({right_first_, right_end(right_first_)}));
    placed_.clean = false;
  }

  /// Whether the words make a main clause: with tense, and not only in an aside ("Because it
  /// rained, …", "Unlike what happened then, …").
  [[nodiscard]] bool is_claim(TokenRange words) const {
    if (!reading_.has_finite(words)) {
      return false;
    }
    const Token top = top_of(reading_, {words});
    const Link link = reading_.link(top);
    if (link == Link::preposition || link == Link::marker || link == Link::adverb ||
        link == Link::noun_adverb) {
      return false;
    }
    const Token mark = reading_.child(top, Link::marker);
    return link != Link::adverbial_clause || mark == kNoToken || mark < words.first;
  }

  /// Where the words before the clause begin: not before a semicolon, an "and", a dateline.
  [[nodiscard]] Token left_start() const {
    Token first = sentence_.first;
    for (Token at = left_past_; at > sentence_.first; --at) {
      if (reading_.word(at - 1) == ";") {
        first = at;
        break;
      }
    }
    while (first < left_past_ &&
           (reading_.is_punct(first) || reading_.link(first) == Link::coordinator)) {
      ++first;
    }
    return first;
  }

  bool take_left() {
    if (left_quote_ >= 0) {
      return take_left_quotation();
    }
    if (!shapes_.clause) {
      return false;
    }
    const TokenRange words = reading_.trimmed({left_start(), left_past_});
    const bool attached = attached_left();
    if (words.size() == 0 || (!is_claim(words) && !attached)) {
      return false;
    }
    placed_.clean &= attached;
    add(words);
    return true;
  }

  /// Whether the parse, too, hangs the clause on what stands before it.
  [[nodiscard]] bool attached_left() const {
    const Token verb = clause_.main;
    if (reading_.head(verb) < clause_.tokens.first && reading_.is_verb(reading_.head(verb))) {
      return true;
    }
    return std::ranges::any_of(reading_.children(verb), [&](Token child) {
      return child < clause_.tokens.first &&
             (reading_.link(child) == Link::clause_complement || is_misread_clause(child));
    });
  }

  /// "Two of the tanks leaked, the regulator said": the parser may take "leaked" for a participle
  /// and "two" for a second subject of "said".
  [[nodiscard]] bool is_misread_clause(Token subject) const {
    const Link link = reading_.link(subject);
    const Token participle =
        link == Link::subject ? reading_.child(subject, Link::noun_clause) : kNoToken;
    return participle != kNoToken && reading_.form(participle) == Form::past_participle &&
           reading_.child(participle, Link::agent) == kNoToken && clause_.subjects.size() == 1 &&
           clause_.subjects.front().head != subject;
  }

  bool take_left_quotation() {
    const Quotation& quotation = reading_.quotations()[static_cast<std::size_t>(left_quote_)];
    TokenRange words = reading_.tokens_of(quotation);
    if (words.first > sentence_.first) {
      const TokenRange before = reading_.trimmed({left_start(), words.first});
      const bool whole = before.size() == 0 || stands_alone(words);
      if (!whole) {
        if (!shapes_.clause) {
          return false;
        }
        add(reading_.trimmed({before.first, left_past_}));
        placed_.mixed = true;
        return true;
      }
    }
    placed_.quotation = true;
    add(reading_.trimmed(words));
    return true;
  }

  /// A quotation that is a sentence by itself: with a capital and a verb.
  [[nodiscard]] bool stands_alone(TokenRange quotation) const {
    const TokenRange words = reading_.trimmed(quotation);
    if (words.size() < 3 || !reading_.has_finite(words)) {
      return false;
    }
    return begins_with_capital(reading_.word(words.first)) && quotation.first > 0 &&
           (reading_.is_punct(quotation.first - 1) || reading_.form(words.first) != Form::name);
  }

  bool take_right() {
    if (right_first_ >= sentence_.past) {
      return false;
    }
    const Token end = right_end(right_first_);
    if (right_quote_ >= 0) {
      const TokenRange words =
          reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(right_quote_)]);
      const TokenRange rest = reading_.trimmed({words.past, std::max(end, words.past)});
      if (words.past >= sentence_.past || rest.size() == 0 || stands_alone(words) ||
          !shapes_.clause) {
        placed_.quotation = true;
        add(reading_.trimmed(words));
        return true;
      }
    }
    if (!shapes_.clause) {
      return false;
    }
    TokenRange words = reading_.trimmed({right_first_, end});
    if (words.size() == 0 || (!reading_.has_finite(words) && complement_ == kNoToken)) {
      return false;
    }
    if (reading_.form(words.first) == Form::possessive_ending) {
      return false;
    }
    words.past = with_quotation(words);
    const std::int32_t opening = reading_.quotation_of(words.first);
    if (opening >= 0) {  // not in the middle of a quotation
      const TokenRange marks =
          reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(opening)]);
      words.first = std::max(marks.first, clause_.tokens.past);
      words = reading_.trimmed(words);
    }
    placed_.mixed = right_quote_ >= 0;
    add(words);
    return true;
  }

  /// A quotation that begins inside the words and runs on over the end of the sentence.
  [[nodiscard]] Token with_quotation(TokenRange words) const {
    const std::int32_t last = reading_.quotation_of(words.past - 1);
    if (last < 0) {
      return words.past;
    }
    const TokenRange quotation =
        reading_.tokens_of(reading_.quotations()[static_cast<std::size_t>(last)]);
    if (quotation.first < words.first || quotation.past <= sentence_.past) {
      return words.past;
    }
    return reading_.trimmed({words.first, quotation.past}).past;
  }

  /// Where words that begin at `first` end, if nothing else does.
  [[nodiscard]] Token right_end(Token first) const {
    const Token verb = clause_.main;
    Token limit = sentence_.past;
    const Token edge = std::max(reading_.right_edge(verb),
                                complement_ == kNoToken ? 0 : reading_.right_edge(complement_));
    const bool inside = reading_.head(verb) != verb &&
                        reading_.link(verb) != Link::clause_complement &&
                        reading_.link(verb) != Link::parataxis;
    if (inside && edge > first) {
      limit = std::min(limit, edge);
    }
    for (Token at = first + 1; at < limit; ++at) {
      if (reading_.quotation_of(at) >= 0) {
        continue;
      }
      if (reading_.is(at, StatementList::according) && reading_.is(at + 1, StatementList::to)) {
        return cut_before(at, first);
      }
      if (reading_.word(at) == ")" && reading_.is_word(clause_.tokens.first - 1, "(")) {
        return at;
      }
      if (reading_.head(at) != verb || reading_.left_edge(at) <= first) {
        continue;
      }
      if (parts(at)) {
        return cut_before(reading_.left_edge(at), first);
      }
    }
    return limit;
  }

  /// "…, adding that", "… but declined to": the source clause goes on, its words don't.
  [[nodiscard]] bool parts(Token at) const {
    const Link link = reading_.link(at);
    const Token left = reading_.left_edge(at);
    if (link == Link::adverbial_clause || link == Link::noun_clause) {
      Token before = left;
      while (before > 0 && reading_.is_quotation_mark(before - 1)) {
        --before;
      }
      return reading_.form(at) == Form::present_participle && before > 0 &&
             reading_.word(before - 1) == ",";
    }
    if (link != Link::conjunct || !reading_.is_verb(at)) {
      return false;
    }
    const Token subject = reading_.child(at, Link::subject);
    if (subject == kNoToken && reading_.child(at, Link::passive_subject) == kNoToken &&
        reading_.child(at, Link::expletive) == kNoToken) {
      return reading_.has_tense(at);  // "… but couldn't go" goes on with what was said
    }
    return !reading_.tables().cues(reading_.lemma(at)).empty();
  }

  [[nodiscard]] Token cut_before(Token at, Token first) const {
    while (at > first + 1 &&
           (reading_.is_punct(at - 1) || reading_.link(at - 1) == Link::coordinator)) {
      --at;
    }
    return at;
  }

  void add(TokenRange words) {
    for (const TokenRange part : by_sentence(reading_, words)) {
      placed_.content.push_back(part);
    }
  }

  const Reading& reading_;
  const SourceClause& clause_;
  Shapes shapes_;
  TokenRange sentence_;
  Placement placed_;
  bool left_adjacent_ = false;
  std::int32_t left_quote_ = -1;
  Token left_past_ = 0;
  bool right_joined_ = false;
  bool right_comma_ = false;
  std::int32_t right_quote_ = -1;
  Token right_first_ = kNoToken;
  Token complement_ = kNoToken;
};

}  // namespace

std::vector<TokenRange> by_sentence(const Reading& reading, TokenRange range) {
  std::vector<TokenRange> parts;
  range = reading.trimmed(range);
  while (range.size() > 0) {
    const Token past =
        std::min(range.past, reading.sentences()[reading.sentence_of(range.first)].past);
    const TokenRange part = reading.trimmed({range.first, past});
    if (part.size() > 0) {
      parts.push_back(part);
    }
    range = reading.trimmed({past, range.past});
  }
  return parts;
}

Placement place_content(const Reading& reading, const SourceClause& clause, Shapes shapes) {
  return Placer{reading, clause, shapes}.run();
}

}  // namespace factbox::statements
